#include "html/html_cell.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "text/formula.h"
#include "xlsx/xlsx_format.h"
#include "xlsx/xlsx_said.h"

enum { COLUMNS_MOST = 1000, ROWS_MOST = 65534 };

/* A number as browsers read it from an attribute: digits at the front; 0 where there are none. */
static uint64_t
number_at_front(Text value)
{
    uint64_t number = 0;
    Text text = text_trim(value);
    for (size_t i = text_starts_with(text, TEXT("+")); i < text.len && isdigit((unsigned char)text.ptr[i]); i++)
        number = number > ROWS_MOST ? number : number * 10 + (uint64_t)(text.ptr[i] - '0');
    return number;
}

static uint64_t
read_span(const HtmlToken *token, Text name, uint64_t most)
{
    uint64_t number = number_at_front(html_token_attribute(token, name));
    return number == 0 ? 1 : number > most ? most : number;
}

static Text
kept_text(const HtmlToken *token, Text name, Arena *arena)
{
    Text text = html_token_text(token, name, arena);
    return text.ptr != NULL && text.len > 0 ? arena_text(arena, text) : text;
}

/* LibreOffice: the value in sdval, and in sdnum the format behind two languages ("1033;0;0.00%"). */
static void
read_sd(HtmlCell *cell, const HtmlToken *token, Arena *arena)
{
    Text format = html_token_text(token, TEXT("sdnum"), arena);
    for (int i = 0; i < 2; i++) {
        size_t part = text_find(format, TEXT(";"), 0);
        format = part == SIZE_MAX ? TEXT("") : text_sub(format, part + 1, format.len);
    }
    if (text_equal(format, TEXT("BOOLEAN")))
        return;
    cell->number = kept_text(token, TEXT("sdval"), arena);
    cell->span.style.format = format.len > 0 ? arena_text(arena, format) : TEXT_NONE;
}

bool
html_cell_begin(HtmlCell *cell, const HtmlToken *token, HtmlStyles *styles, Arena *arena)
{
    *cell = (HtmlCell){.span = {1, 1, {0}}};
    if (token->attribute_count == 0)
        return true;
    Text rows = text_trim(html_token_attribute(token, TEXT("rowspan")));
    *cell = (HtmlCell){
        .span = {read_span(token, TEXT("colspan"), COLUMNS_MOST), read_span(token, TEXT("rowspan"), ROWS_MOST),
                 html_style_of(styles, token, arena)},
        .number = kept_text(token, TEXT("x:num"), arena),
        .string = kept_text(token, TEXT("x:str"), arena),
        .boolean = kept_text(token, TEXT("x:bool"), arena),
        .error = kept_text(token, TEXT("x:err"), arena),
        .formula = html_token_attribute(token, TEXT("x:fmla")).ptr != NULL,
    };
    if (cell->number.ptr == NULL && html_token_attribute(token, TEXT("sdval")).ptr != NULL)
        read_sd(cell, token, arena);
    return rows.len == 0 || rows.ptr[0] != '0' || number_at_front(rows) > 0;
}

void
html_cell_formats(XlsxStyles *styles)
{
    static const Text codes[] = {[XLSX_PLAIN] = {"General", 7},
                                 [XLSX_PERCENT] = {"0%", 2},
                                 [XLSX_DATE] = {"yyyy-mm-dd", 10},
                                 [XLSX_TIME] = {"hh:mm:ss", 8},
                                 [XLSX_DATE_TIME] = {"yyyy-mm-dd hh:mm", 16},
                                 [XLSX_ELAPSED] = {"[h]:mm:ss", 9}};
    enum { FIRST_FORMAT = 1000 }; /* formats below are built in */
    for (int format = XLSX_PLAIN; format <= XLSX_ELAPSED; format++) {
        (void)xlsx_styles_define(styles, FIRST_FORMAT + format, codes[format]);
        (void)xlsx_styles_add(styles, FIRST_FORMAT + format);
    }
    xlsx_styles_settle(styles);
}

static bool
is_only(Text text, const char *signs)
{
    size_t i = 0;
    while (i < text.len && strchr(signs, text.ptr[i]) != NULL)
        i++;
    return i == text.len;
}

/* #DIV/0!, Err:510; not the ### of a column that is too narrow. */
static bool
is_error(Text shown)
{
    return text_starts_with(shown, TEXT("Err:")) || (text_starts_with(shown, TEXT("#")) && !is_only(shown, "#"));
}

/* What the number is shown as by its format; false where it has none and yet is shown as no mere number. */
static bool
find_format(Text code, Text stored, Text shown, long *style)
{
    XlsxNumber number;
    XlsxSections sections;
    *style = XLSX_PLAIN;
    if (code.len == 0 || html_name_is(code, TEXT("General")))
        return is_only(shown, "0123456789.,+-Ee ") || is_only(shown, "#");
    xlsx_format_read(code, &sections);
    if (xlsx_number_read(stored, &number))
        *style = xlsx_format_for(&sections, &number);
    return true;
}

static void
set(XlsxCell *cell, XlsxCellType type, Text stored)
{
    cell->type = type;
    cell->stored = stored;
}

bool
html_cell_stored(const HtmlCell *cell, Text shown, XlsxCell *out)
{
    bool numeric = cell->number.ptr != NULL && (cell->number.len > 0 || shown.len > 0);
    Text boolean = cell->boolean.len > 0 ? cell->boolean : shown;
    Text error = cell->error.len > 0 ? cell->error : shown;
    out->formula = cell->formula;
    out->hidden = cell->span.style.hidden;
    out->runs.struck = cell->struck;
    out->style = XLSX_PLAIN;
    set(out, XLSX_INLINE, cell->string.len > 0 ? cell->string : shown);
    if (cell->error.ptr != NULL || (numeric && is_error(shown)) || formula_is_error(out->stored))
        set(out, XLSX_ERROR, error);
    else if (cell->boolean.ptr != NULL)
        set(out, XLSX_BOOLEAN, html_name_is(boolean, TEXT("FALSE")) ? TEXT("0") : TEXT("1"));
    else if (numeric)
        set(out, XLSX_NUMBER, cell->number.len > 0 ? cell->number : shown);
    out->seen = out->type == XLSX_NUMBER ? shown : TEXT("");
    return out->type != XLSX_NUMBER || find_format(cell->span.style.format, out->stored, shown, &out->style);
}

bool
html_cell_scaled(const HtmlCell *cell, Text shown, Arena *arena)
{
    XlsxSections sections;
    Text code = cell->span.style.format;
    if (code.len == 0 || cell->number.ptr != NULL || shown.len == 0 || !is_only(shown, "0123456789.,+- "))
        return false;
    xlsx_format_read(code, &sections);
    for (int i = 0; i < sections.count; i++) {
        if (xlsx_said_read(sections.list[i].code, arena).scaled)
            return true;
    }
    return false;
}

bool
html_cell_guarded(Text shown, Text *inner)
{
    bool guarded = shown.len >= 3 && text_starts_with(shown, TEXT("=\"")) && text_ends_with(shown, TEXT("\""));
    *inner = guarded ? text_sub(shown, 2, shown.len - 3) : shown;
    return guarded && (inner->len == 0 || memchr(inner->ptr, '"', inner->len) == NULL);
}
