#include "xls/xls_cell.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "xls/biff_type.h"

enum {
    CELL_SIZE = 6,
    NUMBER_SIZE = 14,
    RK_SIZE = 10,
    LABELSST_SIZE = 10,
    BOOLERR_SIZE = 8,
    FORMULA_SIZE = 22, /* and the tokens behind */
    EMPTY_LABEL_SIZE = 8,
    RK_STEP = 6,     /* of one cell in MULRK */
    RESULT_END = 12, /* where a formula's result says what it is */
    NOT_A_NUMBER = 0xFFFF,
    RECALCULATED = 3, /* flags of a formula: always, and when the workbook is opened */
    FLAGS_AT = 14
};

/* What the results of a formula are that are no numbers. */
enum { RESULT_TEXT, RESULT_BOOLEAN, RESULT_ERROR, RESULT_EMPTY };

bool
xls_cell_is(uint16_t type)
{
    switch (type) {
    case BIFF_FORMULA:
    case BIFF_MULRK:
    case BIFF_RSTRING:
    case BIFF_LABELSST:
    case BIFF_NUMBER:
    case BIFF_LABEL:
    case BIFF_BOOLERR:
    case BIFF_RK:
        return true;
    default:
        return false;
    }
}

bool
xls_cell_awaits_text(const Biff *biff)
{
    return biff_u16(biff, RESULT_END) == NOT_A_NUMBER && biff->body[CELL_SIZE] == RESULT_TEXT;
}

/* The shortest decimal text that is this number, as .xlsx has it. */
static Text
number_text(double value, Arena *arena)
{
    enum { FEWEST = 15, MOST = 17, ROOM = 32 };
    char text[ROOM];
    for (int digits = FEWEST; digits <= MOST; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value)
            break;
    }
    return arena_text(arena, text_of(text));
}

static double
double_of(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static double
double_at(const Biff *biff, size_t offset)
{
    return double_of((uint64_t)biff_u32(biff, offset + 4) << 32 | biff_u32(biff, offset));
}

/* [MS-XLS] 2.5.217: 30 bits of an integer or of a double, and perhaps divided by 100. */
static double
rk_value(uint32_t rk)
{
    enum { RK_HUNDREDTHS = 1, RK_INTEGER = 2 };
    int32_t whole = (int32_t)(rk & ~3u) / 4;
    double value = (rk & RK_INTEGER) != 0 ? whole : double_of((uint64_t)(rk & ~3u) << 32);
    return (rk & RK_HUNDREDTHS) != 0 ? value / 100 : value;
}

static const char *
error_text(unsigned code)
{
    static const struct {
        unsigned code;
        const char *text;
    } errors[] = {{0x00, "#NULL!"}, {0x07, "#DIV/0!"}, {0x0F, "#VALUE!"}, {0x17, "#REF!"},
                  {0x1D, "#NAME?"}, {0x24, "#NUM!"},   {0x2A, "#N/A"},    {0x2B, "#GETTING_DATA"}};
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++)
        if (errors[i].code == code)
            return errors[i].text;
    return NULL;
}

static void
set_number(XlsxCell *cell, double value, Arena *arena)
{
    cell->type = XLSX_NUMBER;
    cell->stored = number_text(value, arena);
}

/* A boolean or an error; false where it is neither. */
static bool
set_other(XlsxCell *cell, unsigned value, bool error)
{
    cell->type = error ? XLSX_ERROR : XLSX_BOOLEAN;
    cell->stored = error ? text_of(error_text(value)) : value == 0 ? TEXT("0") : TEXT("1");
    return cell->stored.ptr != NULL && (error || value <= 1);
}

static bool
read_text(XlsBook *book, XlsxCell *cell, Err *err)
{
    if (!biff_text_read(&book->text, &book->biff, 2, err))
        return false;
    Buf *text = &book->text.text;
    cell->type = XLSX_STRING;
    cell->stored = text->len > 0 ? arena_text(book->biff.sink->row, buf_view(text)) : TEXT("");
    cell->runs = book->text.kinds;
    return true;
}

/* A text with nothing behind it. */
static bool
read_plain(XlsBook *book, XlsxCell *cell, Err *err)
{
    return read_text(book, cell, err) && biff_taken(&book->biff, err);
}

/* A text with its runs behind it, and their number before them. */
static bool
read_rich(XlsBook *book, XlsxCell *cell, Err *err)
{
    Biff *biff = &book->biff;
    size_t step = book->text.unicode ? 2 : 1;
    if (!read_text(book, cell, err))
        return false;
    size_t left = biff_left(biff);
    size_t runs = left == 0 ? 0 : step == 1 ? biff->body[biff->pos] : left > 1 ? biff_u16(biff, biff->pos) : 0;
    cell->runs.rich = runs > 0;
    cell->runs.own = runs > 0 ? 0 : XLSX_RUNS_NONE;
    return left == 0 || left == step + 2 * step * runs || biff_damaged(biff, err);
}

/* A formula's text stands behind the formula, and behind what it shares with others. */
static bool
read_result_text(XlsBook *book, XlsxCell *cell, Err *err)
{
    Biff *biff = &book->biff;
    uint16_t next;
    if (!biff_peek(biff, &next, err))
        return false;
    while (next == BIFF_CONTINUE || next == BIFF_SHAREDFORMULA || next == BIFF_ARRAY || next == BIFF_TABLE)
        if (!biff_next(biff, err) || !biff_peek(biff, &next, err))
            return false;
    return next != BIFF_STRING || (biff_next(biff, err) && read_plain(book, cell, err));
}

static bool
read_formula(XlsBook *book, XlsxCell *cell, Err *err)
{
    Biff *biff = &book->biff;
    cell->formula = true;
    cell->recalculated = (biff_u16(biff, FLAGS_AT) & RECALCULATED) == RECALCULATED;
    if (biff_u16(biff, RESULT_END) != NOT_A_NUMBER) {
        set_number(cell, double_at(biff, CELL_SIZE), biff->sink->row);
        return true;
    }
    cell->type = XLSX_STRING;
    switch (biff->body[CELL_SIZE]) {
    case RESULT_TEXT:
        return read_result_text(book, cell, err);
    case RESULT_BOOLEAN:
    case RESULT_ERROR:
        return set_other(cell, biff->body[CELL_SIZE + 2], biff->body[CELL_SIZE] == RESULT_ERROR) ||
               biff_damaged(biff, err);
    case RESULT_EMPTY:
        cell->stored = TEXT("");
        return true;
    default:
        return biff_damaged(biff, err);
    }
}

static bool
read_shared(XlsBook *book, XlsxCell *cell, Err *err)
{
    cell->type = XLSX_STRING;
    return xlsx_strings_get(&book->shared.strings, biff_u32(&book->biff, CELL_SIZE), &cell->stored, &cell->runs) ||
           biff_damaged(&book->biff, err);
}

/* Behind its tokens a formula keeps only what constant arrays, ranges in memory and labels in it need. */
static bool
formula_has_size(const Biff *biff)
{
    static const unsigned char with_more[] = {0x18, 0x20, 0x26, 0x40, 0x46, 0x60, 0x66};
    size_t end = biff->len >= FORMULA_SIZE ? FORMULA_SIZE + (size_t)biff_u16(biff, FORMULA_SIZE - 2) : SIZE_MAX;
    if (end >= biff->len)
        return end == biff->len;
    for (size_t i = FORMULA_SIZE; i < end; i++)
        if (memchr(with_more, biff->body[i], sizeof with_more) != NULL)
            return !biff_is_records(biff->body + end, biff->len - end);
    return false;
}

/* Some programs write a byte more into BOOLERR. */
static bool
has_size(const Biff *biff, bool unicode)
{
    switch (biff->type) {
    case BIFF_NUMBER:
        return biff->len == NUMBER_SIZE;
    case BIFF_RK:
        return biff->len == RK_SIZE;
    case BIFF_LABELSST:
        return biff->len == LABELSST_SIZE;
    case BIFF_BOOLERR:
        return biff->len == BOOLERR_SIZE || biff->len == BOOLERR_SIZE + 1;
    case BIFF_FORMULA:
        return formula_has_size(biff);
    case BIFF_LABEL:
        return biff->len >= EMPTY_LABEL_SIZE + (size_t)unicode;
    case BIFF_MULRK:
        return biff->len >= CELL_SIZE + RK_STEP && biff->len % RK_STEP == 0;
    default:
        return biff->len >= CELL_SIZE;
    }
}

static bool
read_value(XlsBook *book, XlsxCell *cell, Err *err)
{
    Biff *biff = &book->biff;
    Arena *arena = biff->sink->row;
    biff->pos = CELL_SIZE;
    switch (biff->type) {
    case BIFF_NUMBER:
        set_number(cell, double_at(biff, CELL_SIZE), arena);
        return true;
    case BIFF_RK:
        set_number(cell, rk_value(biff_u32(biff, CELL_SIZE)), arena);
        return true;
    case BIFF_LABELSST:
        return read_shared(book, cell, err);
    case BIFF_LABEL:
        return read_plain(book, cell, err);
    case BIFF_RSTRING:
        return read_rich(book, cell, err);
    case BIFF_BOOLERR:
        return set_other(cell, biff->body[CELL_SIZE], biff->body[CELL_SIZE + 1] != 0) || biff_damaged(biff, err);
    default:
        return read_formula(book, cell, err);
    }
}

/* The place and style that `offset` gives for the cell of that column. */
static bool
begin_cell(XlsBook *book, Text sheet, const bool *hidden, int column, size_t offset, XlsxCell *cell, Err *err)
{
    const Biff *biff = &book->biff;
    const XlsxStyles *styles = &book->shared.styles;
    *cell = (XlsxCell){.place = {sheet, (uint64_t)biff_u16(biff, 0) + 1, column}};
    if (styles->count > 0) /* some programs write cells that name one where there is none */
        cell->style = biff_u16(biff, offset);
    if (column >= LIMIT_BIFF_COLUMNS || !xlsx_styles_known(styles, cell->style))
        return biff_damaged(&book->biff, err);
    cell->hidden = hidden[column];
    return true;
}

static bool
put_several(XlsBook *book, Text sheet, const bool *hidden, RowBuild *build, Err *err)
{
    Biff *biff = &book->biff;
    int first = biff_u16(biff, 2), count = (int)(biff->len / RK_STEP) - 1;
    if (biff_u16(biff, biff->len - 2) != first + count - 1)
        return biff_damaged(biff, err);
    for (int i = 0; i < count; i++) {
        XlsxCell cell;
        size_t offset = 4 + (size_t)i * RK_STEP;
        if (!begin_cell(book, sheet, hidden, first + i, offset, &cell, err))
            return false;
        set_number(&cell, rk_value(biff_u32(biff, offset + 2)), biff->sink->row);
        if (!xlsx_cell_put(&book->shared, &cell, build, err))
            return false;
    }
    return true;
}

bool
xls_cell_put(XlsBook *book, Text sheet, const bool *hidden, RowBuild *build, Err *err)
{
    XlsxCell cell;
    if (!has_size(&book->biff, book->text.unicode))
        return biff_damaged(&book->biff, err);
    if (book->biff.type == BIFF_MULRK)
        return put_several(book, sheet, hidden, build, err);
    return begin_cell(book, sheet, hidden, biff_u16(&book->biff, 2), 4, &cell, err) && read_value(book, &cell, err) &&
           xlsx_cell_put(&book->shared, &cell, build, err);
}
