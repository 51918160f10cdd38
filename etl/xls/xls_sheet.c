#include "xls/xls_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "rows/sheetfacts.h"
#include "xls/xls_cell.h"
#include "xls/xls_order.h"
#include "xls/xls_over.h"
#include "xlsx/xlsx_margin.h"

enum {
    ROWS = 65536,
    ROW_SHIFT = 48, /* of a run: its row above, its place in the stream below */
    RANGE_SIZE = 8,
    HIDDEN_ROW = 0x20,
    HIDDEN_COLUMN = 1
};

typedef struct SheetReading {
    XlsBook *book;
    Text name;
    RowBuild build;
    bool *hidden_rows;
    bool *hidden_columns;
    Buf runs;   /* uint64_t; cells of one row that stand together */
    Buf merges; /* RANGE_SIZE bytes each, as stored */
    XlsOrder order;
    bool in_row;
    XlsOver over;
    XlsxMargin margin;
} SheetReading;

static bool
too_large(SheetReading *reading, Err *err)
{
    Remark remark = {.place = sink_place(reading->name), .raw = reading->name};
    return sink_refuse(reading->book->biff.sink, "package_too_large", remark, err);
}

static bool
note_cell(SheetReading *reading, Err *err)
{
    const Biff *biff = &reading->book->biff;
    uint64_t row = biff_u16(biff, 0), last = ROWS;
    if (reading->runs.len > 0) {
        memcpy(&last, reading->runs.ptr + reading->runs.len - sizeof last, sizeof last);
        last >>= ROW_SHIFT;
    }
    uint64_t run = row << ROW_SHIFT | biff->record_at;
    return row == last || buf_append(&reading->runs, &run, sizeof run) || too_large(reading, err);
}

static void
note_columns(SheetReading *reading)
{
    const Biff *biff = &reading->book->biff;
    bool hidden = (biff_u16(biff, 8) & HIDDEN_COLUMN) != 0 || biff_u16(biff, 4) == 0;
    for (int i = biff_u16(biff, 0); hidden && i <= biff_u16(biff, 2) && i < LIMIT_BIFF_COLUMNS; i++)
        reading->hidden_columns[i] = true;
}

static bool
note_merges(SheetReading *reading, Err *err)
{
    Biff *biff = &reading->book->biff;
    if (biff->len < 2 || biff->len != 2 + (size_t)biff_u16(biff, 0) * RANGE_SIZE)
        return biff_damaged(biff, err);
    return buf_append(&reading->merges, biff->body + 2, (size_t)biff_u16(biff, 0) * RANGE_SIZE) ||
           too_large(reading, err);
}

/* A page header's text; one that is not written as the format has it is passed over, as it stands in no cell. */
static bool
note_margin(SheetReading *reading, Err *err)
{
    Biff *biff = &reading->book->biff;
    BiffText *text = &reading->book->text;
    bool plain =
        biff->len > 3 && biff->body[2] <= 1 && biff->len == 3 + (size_t)biff_u16(biff, 0) * (1 + biff->body[2]);
    if (!text->unicode || !plain)
        return true;
    if (!biff_text_read(text, biff, sizeof(uint16_t), err))
        return false;
    xlsx_margin_start(&reading->margin, biff->type == BIFF_HEADER ? "oddHeader" : "oddFooter");
    xlsx_margin_add(&reading->margin, buf_view(&text->text));
    xlsx_margin_end(&reading->margin);
    return true;
}

static bool
note(SheetReading *reading, Err *err)
{
    Biff *biff = &reading->book->biff;
    if (xls_cell_is(biff->type))
        return biff->len >= 4 ? note_cell(reading, err) : biff_damaged(biff, err);
    switch (biff->type) {
    case BIFF_ROW:
        reading->hidden_rows[biff_u16(biff, 0)] = (biff_u16(biff, 12) & HIDDEN_ROW) != 0;
        return true;
    case BIFF_COLINFO:
        note_columns(reading);
        return true;
    case BIFF_MERGEDCELLS:
        return note_merges(reading, err);
    case BIFF_HEADER:
    case BIFF_FOOTER:
        return note_margin(reading, err);
    case BIFF_FILEPASS:
        return biff_damaged(biff, err);
    default:
        return true;
    }
}

/* Once through the sheet, for what must be known before its first row is written. */
static bool
survey(SheetReading *reading, Err *err)
{
    do {
        if (!xls_book_next(reading->book, err))
            return false;
        if (!xls_order_fits(&reading->order, &reading->book->biff))
            return biff_damaged(&reading->book->biff, err);
        if (!note(reading, err))
            return false;
        if (reading->book->text.unicode)
            xls_over_note(&reading->over, &reading->book->biff);
    } while (reading->book->biff.type != BIFF_EOF);
    return xls_book_end(reading->book, err);
}

static int
compare_runs(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

static bool
end_row(SheetReading *reading, Err *err)
{
    Sink *sink = reading->book->biff.sink;
    bool written = !reading->in_row || sink_row(sink, rowbuild_row(&reading->build), err);
    reading->in_row = false;
    return written;
}

static bool
begin_row(SheetReading *reading, uint64_t row, Err *err)
{
    if (reading->in_row && reading->build.row.place.row_no == row + 1)
        return true;
    if (!end_row(reading, err))
        return false;
    rowbuild_begin(&reading->build, reading->name, row + 1);
    if (reading->hidden_rows[row])
        rowbuild_mark(&reading->build, -1, "hidden", reading->book->biff.sink->row);
    reading->in_row = true;
    return true;
}

/* The cells that stand together from `at` on. */
static bool
read_run(SheetReading *reading, uint64_t row, uint64_t at, Err *err)
{
    Biff *biff = &reading->book->biff;
    biff_seek(biff, at);
    for (;;) {
        if (!xls_book_next(reading->book, err))
            return false;
        bool cell = xls_cell_is(biff->type);
        if (biff->type == BIFF_EOF || (cell && biff_u16(biff, 0) != row))
            return true;
        if (cell && !xls_cell_put(reading->book, reading->name, reading->hidden_columns, &reading->build, err))
            return false;
    }
}

static bool
read_rows(SheetReading *reading, Err *err)
{
    size_t count = reading->runs.len / sizeof(uint64_t);
    uint64_t *runs = (uint64_t *)(void *)reading->runs.ptr;
    if (count > 1)
        qsort(runs, count, sizeof *runs, compare_runs);
    for (size_t i = 0; i < count; i++) {
        uint64_t row = runs[i] >> ROW_SHIFT, at = runs[i] & (((uint64_t)1 << ROW_SHIFT) - 1);
        if (!begin_row(reading, row, err) || !read_run(reading, row, at, err))
            return false;
    }
    return end_row(reading, err);
}

static uint16_t
range_field(const Buf *merges, size_t at)
{
    return (uint16_t)((unsigned char)merges->ptr[at] | (unsigned char)merges->ptr[at + 1] << 8);
}

static bool
write_merges(SheetReading *reading, Err *err)
{
    Sink *sink = reading->book->biff.sink;
    const Buf *merges = &reading->merges;
    for (size_t at = 0; at < merges->len; at += RANGE_SIZE) {
        Place first = {reading->name, (uint64_t)range_field(merges, at) + 1, range_field(merges, at + 4)};
        Place last = {reading->name, (uint64_t)range_field(merges, at + 2) + 1, range_field(merges, at + 6)};
        if (first.column >= LIMIT_COLUMNS || last.column >= LIMIT_COLUMNS)
            return biff_damaged(&reading->book->biff, err);
        Text range = arena_printf(sink->row, "%" TEXT_FMT ":%" TEXT_FMT, TEXT_ARG(row_cell_name(first, sink->row)),
                                  TEXT_ARG(row_cell_name(last, sink->row)));
        if (!rawrow_merge(sink->rows, reading->name, range, err))
            return false;
        arena_reset(sink->row);
    }
    return true;
}

static bool
read_worksheet(XlsBook *book, Text name, Err *err)
{
    Arena *arena = arena_new();
    SheetReading reading = {.book = book, .name = name, .order = {.biff5 = !book->text.unicode}};
    reading.hidden_rows = arena_array(arena, ROWS, sizeof *reading.hidden_rows);
    reading.hidden_columns = arena_array(arena, LIMIT_COLUMNS, sizeof *reading.hidden_columns);
    reading.runs = buf_new(LIMIT_BIFF_TABLE);
    reading.merges = buf_new(LIMIT_BIFF_TABLE);
    rowbuild_open(&reading.build);
    xlsx_over_open(&reading.over.met);
    xlsx_margin_open(&reading.margin);
    bool ok = survey(&reading, err) && read_rows(&reading, err) && write_merges(&reading, err) &&
              sheetfacts_hidden_columns(book->biff.sink, name, reading.hidden_columns, err) &&
              xlsx_over_tell(&reading.over.met, book->biff.sink, name, err) &&
              xlsx_margin_tell(&reading.margin, book->biff.sink, name, err);
    xlsx_margin_close(&reading.margin);
    xlsx_over_close(&reading.over.met);
    rowbuild_close(&reading.build);
    buf_free(&reading.merges);
    buf_free(&reading.runs);
    arena_free(arena);
    return ok;
}

/* NULL: no kind of sheet. */
static const char *
other_kind(uint16_t kind)
{
    return kind == XLS_CHART ? "chart" : kind == XLS_MACROS ? "macros" : kind == XLS_MODULE ? "module" : NULL;
}

bool
xls_sheet_read(XlsBook *book, const XlsSheet *sheet, Err *err)
{
    uint16_t version, kind;
    biff_seek(&book->biff, sheet->at);
    if (!xls_book_begin(book, &version, &kind, err))
        return false;
    if (kind == XLS_WORKSHEET)
        return read_worksheet(book, sheet->name, err);
    if (other_kind(kind) == NULL)
        return biff_damaged(&book->biff, err);
    if (kind != XLS_MODULE && (!xls_book_skip(&book->biff, err) || !xls_book_end(book, err)))
        return false;
    return sink_warn(book->biff.sink, "sheet_no_cells",
                     (Remark){.place = sink_place(sheet->name), .raw = text_of(other_kind(kind))}, err);
}
