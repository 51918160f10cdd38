#include "xlsx/xlsx_cell.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/limits.h"
#include "text/calendar.h"
#include "text/character.h"
#include "text/symbolfont.h"

enum { INDEX_MAX = 100000000 }; /* a number of a shared string, before one more digit */

/* What a stored cell turned out to be. */
typedef struct Shown {
    Text text;
    const char *word; /* its mark, or NULL */
    bool is_long;
    bool scaled;
    bool yuan;
    XlsxRuns runs;
} Shown;

XlsxCellType
xlsx_cell_type(const char *value)
{
    static const struct {
        const char *name;
        XlsxCellType type;
    } types[] = {{"s", XLSX_SHARED},  {"n", XLSX_NUMBER}, {"str", XLSX_STRING}, {"inlineStr", XLSX_INLINE},
                 {"b", XLSX_BOOLEAN}, {"e", XLSX_ERROR},  {"d", XLSX_ISO_DATE}};
    if (value == NULL)
        return XLSX_NUMBER;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (strcmp(value, types[i].name) == 0)
            return types[i].type;
    return XLSX_UNKNOWN;
}

static bool
is_text(XlsxCellType type)
{
    return type == XLSX_INLINE || type == XLSX_STRING;
}

static bool
has_value(const XlsxCell *cell)
{
    return cell->stored.ptr != NULL && (cell->stored.len > 0 || is_text(cell->type));
}

bool
xlsx_cell_present(const XlsxCell *cell)
{
    return cell->formula || has_value(cell);
}

static bool
damaged(const XlsxBook *book, const XlsxCell *cell, Err *err)
{
    return sink_refuse(book->sink, "workbook_damaged", (Remark){.place = cell->place, .raw = cell->stored}, err);
}

static bool
show_shared(const XlsxBook *book, const XlsxCell *cell, Shown *shown, Err *err)
{
    size_t index = 0;
    Text digits = text_trim(cell->stored);
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9' || index > INDEX_MAX)
            return damaged(book, cell, err);
        index = index * 10 + (size_t)(digits.ptr[i] - '0');
    }
    return (digits.len > 0 && xlsx_strings_get(&book->strings, index, &shown->text, &shown->runs)) ||
           damaged(book, cell, err);
}

static bool
show_date(const XlsxBook *book, const XlsxCell *cell, const XlsxNumber *number, XlsxFormat format, Shown *shown,
          Err *err)
{
    Arena *arena = book->sink->row;
    if (xlsx_number_date(number, format, book->date1904, arena, &shown->text, &shown->word))
        return true;
    shown->text = xlsx_number_text(number, arena);
    shown->word = "number";
    return sink_warn(book->sink, "date_impossible", (Remark){cell->place, cell->stored, shown->text, TEXT_NONE}, err);
}

/* A unit that the format shows behind the number is as good as written; one that shows another number is told. */
static void
show_said(const XlsxBook *book, const XlsxCell *cell, const XlsxNumber *number, Shown *shown)
{
    const XlsxSaid *said = xlsx_styles_said(&book->styles, cell->style, number);
    XlsxSaid seen;
    if (cell->seen.len > 0) {
        seen = xlsx_said_shown(cell->seen, number, book->sink->row);
        said = &seen;
    }
    if (said == NULL)
        return;
    shown->scaled = said->scaled || (said->none && number->digit_count > 0);
    shown->yuan = said->yuan;
    if (said->none && !shown->scaled)
        shown->text = TEXT("无");
    else if (!shown->scaled)
        shown->text = xlsx_said_around(said, shown->text, book->sink->row);
}

static bool
show_number(const XlsxBook *book, const XlsxCell *cell, Shown *shown, Err *err)
{
    XlsxNumber number;
    if (!xlsx_number_read(cell->stored, &number)) {
        shown->text = cell->stored;
        return sink_error(book->sink, "number_unreadable", (Remark){.place = cell->place, .raw = cell->stored}, err);
    }
    if (!xlsx_styles_known(&book->styles, cell->style)) /* it may have been a date's */
        return damaged(book, cell, err);
    XlsxFormat format = xlsx_styles_format(&book->styles, cell->style, &number);
    if (format != XLSX_PLAIN && format != XLSX_PERCENT)
        return show_date(book, cell, &number, format, shown, err);
    bool percent = format == XLSX_PERCENT;
    shown->word = percent ? "percent" : "number";
    shown->text = percent ? xlsx_number_percent(&number, book->sink->row) : xlsx_number_text(&number, book->sink->row);
    if (!percent)
        show_said(book, cell, &number, shown);
    shown->is_long = number.is_long;
    return !number.is_long ||
           sink_warn(book->sink, "long_number", (Remark){cell->place, cell->stored, shown->text, TEXT_NONE}, err);
}

/* "00" to `most` at the front of `text`. */
static bool
is_pair(Text text, int most)
{
    return text.len >= 2 && isdigit((unsigned char)text.ptr[0]) && isdigit((unsigned char)text.ptr[1]) &&
           (text.ptr[0] - '0') * 10 + (text.ptr[1] - '0') <= most;
}

/* "14:30", "14:30:00", "14:30:00.125". */
static bool
is_clock(Text text)
{
    if (text.len < 5 || text.ptr[2] != ':' || !is_pair(text, 23) || !is_pair(text_sub(text, 3, 2), 59))
        return false;
    size_t at = text.len == 5 ? 5 : 8;
    if (at == 8 && (text.len < 8 || text.ptr[5] != ':' || !is_pair(text_sub(text, 6, 2), 59)))
        return false;
    if (at < text.len && (text.ptr[at++] != '.' || at == text.len))
        return false;
    while (at < text.len && isdigit((unsigned char)text.ptr[at]))
        at++;
    return at == text.len;
}

/* "2023-05-01", a day of the calendar. */
static bool
is_day(Text text)
{
    enum { DAY_LEN = 10 };
    CalendarTime time;
    return text.len == DAY_LEN && text.ptr[4] == '-' && text.ptr[7] == '-' && calendar_read(text, &time) &&
           time.precision == CALENDAR_DAY;
}

/* A date, a date with a time, or a time, as ISO 8601; a Z behind it says nothing more here. */
static bool
show_iso_date(const XlsxBook *book, const XlsxCell *cell, Shown *shown, Err *err)
{
    enum { DAY_LEN = 10 };
    static const Text midnight = {"T00:00:00", 9};
    Text text = text_trim(cell->stored);
    text.len -= text_ends_with(text, TEXT("Z"));
    size_t from = text_starts_with(text, TEXT("T")) ? 1 : 0;
    bool clock = is_clock(text_sub(text, from, text.len));
    bool day = is_day(text_sub(text, 0, DAY_LEN));
    bool whole = text.len == DAY_LEN ||
                 (text.len > DAY_LEN && text.ptr[DAY_LEN] == 'T' && is_clock(text_sub(text, DAY_LEN + 1, text.len)));
    shown->text = cell->stored;
    if (!clock && !(day && whole))
        return sink_error(book->sink, "date_unreadable", (Remark){.place = cell->place, .raw = cell->stored}, err);
    shown->text = clock ? text_sub(text, from, text.len) : text;
    shown->word = clock ? "time" : "date";
    XlsxNumber any = {0};
    if (day && xlsx_styles_format(&book->styles, cell->style, &any) == XLSX_DATE && text_ends_with(text, midnight))
        shown->text.len -= midnight.len;
    return true;
}

/* xs:boolean. */
static bool
show_boolean(const XlsxBook *book, const XlsxCell *cell, Shown *shown, Err *err)
{
    Text stored = text_trim(cell->stored);
    bool yes = text_equal(stored, TEXT("1")) || text_equal(stored, TEXT("true"));
    shown->text = yes ? TEXT("TRUE") : TEXT("FALSE");
    return yes || text_equal(stored, TEXT("0")) || text_equal(stored, TEXT("false")) || damaged(book, cell, err);
}

static bool
show_error(const XlsxBook *book, const XlsxCell *cell, Shown *shown, Err *err)
{
    shown->text = cell->stored;
    shown->word = "error";
    return sink_error(book->sink, "cell_error", (Remark){.place = cell->place, .raw = cell->stored}, err);
}

static bool
show(const XlsxBook *book, const XlsxCell *cell, Shown *shown, Err *err)
{
    switch (cell->type) {
    case XLSX_NUMBER:
        return show_number(book, cell, shown, err);
    case XLSX_SHARED:
        return show_shared(book, cell, shown, err);
    case XLSX_ERROR:
        return show_error(book, cell, shown, err);
    case XLSX_BOOLEAN:
        return show_boolean(book, cell, shown, err);
    case XLSX_ISO_DATE:
        return show_iso_date(book, cell, shown, err);
    case XLSX_DATE_TEXT:
    case XLSX_TIME_TEXT:
        shown->text = cell->stored;
        shown->word = cell->type == XLSX_DATE_TEXT ? "date" : "time";
        return true;
    case XLSX_INLINE:
    case XLSX_STRING:
        shown->text = cell->stored;
        return true;
    case XLSX_UNKNOWN:
        break;
    }
    return damaged(book, cell, err);
}

/* All marks of the cell in a run, as rowbuild wants them. */
static void
mark(RowBuild *build, const XlsxCell *cell, const Shown *shown, bool valued, Arena *arena)
{
    int column = cell->place.column;
    if (cell->hidden)
        rowbuild_mark(build, column, "hidden", arena);
    if (cell->formula)
        rowbuild_mark(build, column, valued ? "formula" : "formula_no_value", arena);
    if (shown->word != NULL)
        rowbuild_mark(build, column, shown->word, arena);
    if (shown->is_long)
        rowbuild_mark(build, column, "long_number", arena);
    if (shown->scaled)
        rowbuild_mark(build, column, "scaled", arena);
    if (shown->yuan)
        rowbuild_mark(build, column, "yuan", arena);
    if (shown->runs.rich)
        rowbuild_mark(build, column, "rich", arena);
}

/*
 * A workbook that gives one cell twice is broken; the last value stands, as in the office programs, but not silently.
 */
static bool
check_twice(const XlsxBook *book, const XlsxCell *cell, const RowBuild *build, Err *err)
{
    size_t column = (size_t)cell->place.column;
    if (column >= build->row.cell_count || build->row.cells[column].ptr == NULL)
        return true;
    Remark remark = {cell->place, build->row.cells[column], cell->stored, TEXT_NONE};
    return sink_error(book->sink, "cell_twice", remark, err);
}

static bool
check_doubt(const XlsxBook *book, const XlsxCell *cell, const Shown *shown, Err *err)
{
    XlsxDoubt *doubt = book->doubt;
    if (doubt == NULL || doubt->told || !cell->formula || !(doubt->book || cell->recalculated))
        return true;
    doubt->told = true;
    Remark remark = {cell->place, cell->stored, shown->text, TEXT_NONE};
    return sink_warn(book->sink, "formula_doubtful", remark, err);
}

static bool
is_text_of_symbols(const XlsxCell *cell, XlsxFont font)
{
    return font.symbols.len > 0 && (cell->type == XLSX_SHARED || is_text(cell->type));
}

/* What no run with a font of its own has begun is in the cell's. */
static void
spell_symbols(const XlsxBook *book, const XlsxCell *cell, Shown *shown)
{
    XlsxFont font = xlsx_styles_font_of(&book->styles, cell->style);
    if (!is_text_of_symbols(cell, font) || shown->text.len == 0 || shown->runs.own == 0)
        return;
    Buf seen = buf_new(SIZE_MAX);
    shown->runs.unknown |= !symbolfont_spell(&seen, font.symbols, text_sub(shown->text, 0, shown->runs.own));
    buf_text(&seen, text_sub(shown->text, shown->runs.own, shown->text.len));
    shown->text = arena_text(book->sink->row, buf_view(&seen));
    buf_free(&seen);
}

static bool
check_symbols(const XlsxBook *book, const XlsxCell *cell, Shown *shown, Err *err)
{
    spell_symbols(book, cell, shown);
    Remark remark = {cell->place, shown->text, TEXT_NONE, TEXT_NONE};
    return !shown->runs.unknown || sink_warn(book->sink, "cell_symbol", remark, err);
}

/*
 * Whoever strikes something out may mean that it is gone; what is white or tiny is on no printed page, and a reviewer who looks at the sheet does not
 * know of it. All of it is read, but not silently.
 */
static bool
check_look(const XlsxBook *book, const XlsxCell *cell, const Shown *shown, Err *err)
{
    const XlsxRuns *runs = &shown->runs;
    XlsxFont font = xlsx_styles_font_of(&book->styles, cell->style);
    bool white = (runs->white || font.white) && !xlsx_styles_coloured(&book->styles, cell->style);
    Remark remark = {cell->place, shown->text, TEXT_NONE, TEXT_NONE};
    if (character_all_blank(shown->text))
        return true;
    if ((runs->struck || font.look.struck) &&
        !sink_warn_many(book->sink, "struck_text", "struck_text_more", remark, err))
        return false;
    if (white && !sink_warn_many(book->sink, "white_text", "white_text_more", remark, err))
        return false;
    return !(runs->tiny || font.tiny) || sink_warn_many(book->sink, "tiny_text", "tiny_text_more", remark, err);
}

bool
xlsx_cell_put(const XlsxBook *book, const XlsxCell *cell, RowBuild *build, Err *err)
{
    Shown shown = {.text = TEXT_NONE, .runs = cell->runs};
    bool valued = has_value(cell);
    if (!check_twice(book, cell, build, err))
        return false;
    if (valued && (!show(book, cell, &shown, err) || !check_doubt(book, cell, &shown, err) ||
                   !check_symbols(book, cell, &shown, err) || !check_look(book, cell, &shown, err)))
        return false;
    if (!valued && !sink_error(book->sink, "formula_no_value", (Remark){.place = cell->place}, err))
        return false;
    if (!rowbuild_set(build, cell->place.column, shown.text))
        return sink_refuse(book->sink, "too_many_columns", (Remark){.place = cell->place}, err);
    mark(build, cell, &shown, valued, book->sink->row);
    return true;
}
