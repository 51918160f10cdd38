#include "ods/ods_cell.h"

#include <string.h>

#include "ods/ods_name.h"
#include "ods/ods_time.h"
#include "package/xml.h"

enum { PLAIN, PERCENT };

void
ods_cell_styles(XlsxStyles *styles, Arena *arena)
{
    enum { GENERAL = 0, WHOLE_PERCENT = 9 }; /* built-in number formats */
    xlsx_styles_open(styles, arena);
    xlsx_styles_add(styles, GENERAL);
    xlsx_styles_add(styles, WHOLE_PERCENT);
}

/* What office:value-type says (OpenDocument 1.3 part 3, chapter 19); "error" is Excel's own. */
typedef struct ValueType {
    const char *name;
    XlsxCellType type;
    long style;
    const char *attribute; /* where the value stands */
} ValueType;

static const ValueType value_types[] = {
    {"float", XLSX_NUMBER, PLAIN, ODS_OFFICE("value")},
    {"currency", XLSX_NUMBER, PLAIN, ODS_OFFICE("value")},
    {"percentage", XLSX_NUMBER, PERCENT, ODS_OFFICE("value")},
    {"date", XLSX_DATE_TEXT, PLAIN, ODS_OFFICE("date-value")},
    {"time", XLSX_TIME_TEXT, PLAIN, ODS_OFFICE("time-value")},
    {"boolean", XLSX_BOOLEAN, PLAIN, ODS_OFFICE("boolean-value")},
    {"string", XLSX_STRING, PLAIN, ODS_OFFICE("string-value")},
    {"error", XLSX_ERROR, PLAIN, ODS_OFFICE("string-value")},
};

/* NULL where there is none, or it says that there is no value. */
static const ValueType *
find_type(const char *name)
{
    static const ValueType unknown = {"", XLSX_UNKNOWN, PLAIN, ODS_OFFICE("value-type")};
    if (name == NULL || strcmp(name, "void") == 0)
        return NULL;
    for (size_t i = 0; i < sizeof value_types / sizeof value_types[0]; i++)
        if (strcmp(name, value_types[i].name) == 0)
            return &value_types[i];
    return &unknown;
}

static bool
is_date(XlsxCellType type)
{
    return type == XLSX_DATE_TEXT || type == XLSX_TIME_TEXT;
}

/* A date or time as raw rows have it; where it is none it stays as stored, as text. */
static void
take_date(OdsCell *cell, Arena *arena)
{
    XlsxCell *shown = &cell->cell;
    bool read = shown->type == XLSX_DATE_TEXT ? ods_time_date(shown->stored, arena, &shown->stored)
                                              : ods_time_duration(shown->stored, arena, &shown->stored);
    cell->no_date = !read;
    if (!read)
        shown->type = XLSX_STRING;
}

/* "true" and "false", as .xlsx has them. */
static void
take_boolean(XlsxCell *cell)
{
    bool yes = text_equal(cell->stored, TEXT("true"));
    if (yes || text_equal(cell->stored, TEXT("false")))
        cell->stored = yes ? TEXT("1") : TEXT("0");
    else
        cell->type = XLSX_UNKNOWN;
}

void
ods_cell_begin(OdsCell *cell, const char *const *attributes, Arena *arena)
{
    XlsxCell *shown = &cell->cell;
    const ValueType *type = find_type(xml_attribute(attributes, ODS_OFFICE("value-type")));
    *cell = (OdsCell){.cell = {.type = XLSX_STRING}, .typed = type != NULL};
    shown->formula = xml_attribute(attributes, ODS_TABLE("formula")) != NULL;
    if (type == NULL)
        return;
    shown->type = ods_name_is(attributes, ODS_CALCEXT("value-type"), "error") ? XLSX_ERROR : type->type;
    shown->style = type->style;
    const char *stored = xml_attribute(attributes, type->attribute);
    if (stored == NULL || (stored[0] == '\0' && shown->type != XLSX_STRING))
        return;
    shown->stored = arena_text(arena, text_of(stored));
    if (is_date(shown->type))
        take_date(cell, arena);
    else if (shown->type == XLSX_BOOLEAN)
        take_boolean(shown);
}

/* Programs before LibreOffice 4.1 say of an error only what they show for it. */
static bool
looks_like_error(Text text)
{
    bool shouts = text_ends_with(text, TEXT("!")) || text_ends_with(text, TEXT("?"));
    return (shouts && text_starts_with(text, TEXT("#"))) || text_equal(text, TEXT("#N/A")) ||
           text_starts_with(text, TEXT("Err:")) || text_starts_with(text, TEXT("错误:"));
}

static bool
is_error(const XlsxCell *cell, Text text)
{
    bool silent = cell->type == XLSX_NUMBER || (cell->type == XLSX_STRING && cell->stored.len == 0);
    return cell->type == XLSX_ERROR || (cell->formula && silent && looks_like_error(text));
}

/* An error that nobody names is a formula without a value. */
static void
take_error(XlsxCell *cell, Text text, Arena *arena)
{
    cell->type = XLSX_ERROR;
    if (text.len > 0)
        cell->stored = arena_text(arena, text);
    cell->formula = cell->formula || cell->stored.len == 0;
}

/*
 * The value stands in the paragraphs: that of a text, where it says no other, and with poor writers that of any cell;
 * then a number is what it looks like, and a date is none.
 */
static void
take_text(OdsCell *cell, const OdsText *text, Arena *arena)
{
    XlsxCell *shown = &cell->cell;
    bool empty = shown->type == XLSX_STRING && text->paragraph && (cell->typed || shown->formula);
    cell->no_date = is_date(shown->type) && text->text.len > 0;
    if (shown->type != XLSX_NUMBER)
        shown->type = XLSX_STRING;
    if (text->text.len > 0)
        shown->stored = arena_text(arena, buf_view(&text->text));
    else if (empty)
        shown->stored = TEXT("");
}

void
ods_cell_end(OdsCell *cell, const OdsText *text, Arena *arena)
{
    XlsxCell *shown = &cell->cell;
    Text paragraphs = text->text.len > 0 ? buf_view(&text->text) : TEXT("");
    shown->runs.rich = text->rich;
    shown->runs.struck = text->struck;
    shown->runs.white = text->white;
    cell->line_open = text->unsaid || !text->said;
    cell->colour_open = text->colourless || !text->paragraph;
    if (is_error(shown, paragraphs))
        take_error(shown, paragraphs, arena);
    else if (shown->stored.ptr == NULL)
        take_text(cell, text, arena);
    else if (shown->type == XLSX_NUMBER)
        shown->seen = arena_text(arena, paragraphs);
}

void
ods_cell_wear(OdsCell *cell, OdsLook look)
{
    XlsxRuns *runs = &cell->cell.runs;
    bool white = runs->white || (cell->colour_open && look.colour == ODS_WHITE);
    runs->struck = runs->struck || (cell->line_open && look.line == ODS_LINE);
    runs->white = white && look.ground != ODS_COLOURED;
}

bool
ods_cell_has_finding(const OdsCell *cell)
{
    XlsxNumber number;
    XlsxCell value = cell->cell;
    value.formula = false;
    if (cell->no_date || value.type == XLSX_ERROR || !xlsx_cell_present(&value))
        return true;
    return value.type == XLSX_NUMBER && (!xlsx_number_read(value.stored, &number) || number.is_long);
}

bool
ods_cell_put(const XlsxBook *book, const OdsCell *cell, RowBuild *build, Err *err)
{
    Remark remark = {.place = cell->cell.place, .raw = cell->cell.stored};
    return (!cell->no_date || sink_error(book->sink, "date_unreadable", remark, err)) &&
           xlsx_cell_put(book, &cell->cell, build, err);
}
