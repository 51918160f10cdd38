#include "office/sheetcopy.h"

#include "base/limits.h"
#include "rows/rawrow.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_ROOM = 64 };

static SheetCopy *
find_copy(SheetCopy *copies, size_t count, Text sheet)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(copies[i].sheet, sheet))
            return &copies[i];
    return NULL;
}

static void
make_room(SheetCopy *copy, Arena *arena)
{
    if (copy->row_count < copy->room)
        return;
    copy->room = copy->room == 0 ? FIRST_ROOM : copy->room * 2;
    Row *larger = arena_array(arena, copy->room, sizeof *larger);
    if (copy->row_count > 0)
        memcpy(larger, copy->rows, copy->row_count * sizeof *larger);
    copy->rows = larger;
}

static size_t
row_bytes(const Row *row)
{
    size_t bytes = row->cell_count * sizeof *row->cells;
    for (size_t i = 0; i < row->cell_count; i++)
        bytes += row->cells[i].len;
    return bytes;
}

static int
by_number(const void *left, const void *right)
{
    uint64_t one = *(const uint64_t *)left;
    uint64_t other = *(const uint64_t *)right;
    return (one > other) - (one < other);
}

static bool
is_kept(const SheetCopy *copy, uint64_t row_no)
{
    return row_no <= SHEETCOPY_HEAD_ROWS ||
           (copy->wanted_count > 0 &&
            bsearch(&row_no, copy->wanted, copy->wanted_count, sizeof row_no, by_number) != NULL);
}

static void
thin(SheetCopy *copy)
{
    size_t kept = 0;
    copy->bytes = 0;
    for (size_t i = 0; i < copy->row_count; i++)
        if (is_kept(copy, copy->rows[i].place.row_no)) {
            copy->rows[kept++] = copy->rows[i];
            copy->bytes += row_bytes(&copy->rows[i]);
        }
    copy->row_count = kept;
    copy->thinned = true;
}

static bool
is_full(const SheetCopy *copy, const Row *row)
{
    size_t most = copy->thinned ? SHEETCOPY_WANTED_MAX : SHEETCOPY_ROWS_MAX;
    return copy->row_count >= most || row_bytes(row) > SHEETCOPY_BYTES_MAX - copy->bytes;
}

static void
keep_row(SheetCopy *copy, const Row *row, Arena *arena)
{
    if (!copy->thinned && is_full(copy, row))
        thin(copy);
    copy->thinned |= row->place.row_no > LIMIT_ROWS;
    if (copy->too_long || row->place.row_no > LIMIT_ROWS || (copy->thinned && !is_kept(copy, row->place.row_no)))
        return;
    if (is_full(copy, row)) {
        copy->too_long = true;
        copy->row_count = 0;
        return;
    }
    copy->bytes += row_bytes(row);
    make_room(copy, arena);
    Row *kept = &copy->rows[copy->row_count++];
    *kept = (Row){.place = {copy->sheet, row->place.row_no, -1}, .cell_count = row->cell_count};
    kept->cells = arena_array(arena, row->cell_count, sizeof *kept->cells);
    for (size_t i = 0; i < row->cell_count; i++)
        if (row->cells[i].ptr != NULL)
            kept->cells[i] = arena_text(arena, row->cells[i]);
}

static bool
keep_rows(int in, SheetCopy *copies, size_t count, Arena *arena, Err *err)
{
    RawItem item;
    RawReader *reader = rawrow_reader_new(in);
    while (rawrow_next(reader, &item, err)) {
        SheetCopy *copy = item.kind == RAW_ROW ? find_copy(copies, count, item.row.place.sheet) : NULL;
        if (copy != NULL)
            keep_row(copy, &item.row, arena);
    }
    rawrow_reader_free(reader);
    return err->code == ERR_NONE;
}

bool
sheetcopy_read(Extraction *extraction, SheetCopy *copies, size_t count, Arena *arena, Err *err)
{
    Err fault = {0};
    if (!extraction_start(extraction, err))
        return false;
    bool ok = keep_rows(extraction->rows, copies, count, arena, &fault);
    close(extraction->rows);
    if (!extraction_end(extraction, err))
        return false;
    if (!ok)
        *err = fault;
    return ok;
}

const Row *
sheetcopy_row(const SheetCopy *copy, uint64_t row_no)
{
    size_t low = 0;
    size_t high = copy->row_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (copy->rows[middle].place.row_no < row_no)
            low = middle + 1;
        else
            high = middle;
    }
    return low < copy->row_count && copy->rows[low].place.row_no == row_no ? &copy->rows[low] : NULL;
}
