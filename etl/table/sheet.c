#include "table/sheet.h"

#include "base/limits.h"
#include "text/character.h"
#include "text/decimal.h"

#include <string.h>

enum { FIRST_ROOM = 16, HIDDEN_SHEET_ROWS = 1 };

Sheet *
sheet_new(Text name, bool hidden, Arena *arena)
{
    Sheet *sheet = arena_alloc(arena, sizeof *sheet);
    sheet->name = arena_text(arena, name);
    sheet->hidden = hidden;
    sheet->arena = arena;
    return sheet;
}

/* Room for one more item of `size` bytes: the old array, or a copy of twice the room. */
static void *
with_room(Arena *arena, void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return items;
    size_t larger = *room == 0 ? FIRST_ROOM : *room * 2;
    void *copy = arena_array(arena, larger, size);
    if (count > 0)
        memcpy(copy, items, count * size);
    *room = larger;
    return copy;
}

static bool
row_is_blank(const Row *row)
{
    for (size_t i = 0; i < row->cell_count; i++) {
        if (!character_all_blank(row->cells[i]))
            return false;
    }
    return true;
}

static Row
copy_row(const Sheet *sheet, const Row *row)
{
    Row copy = {.place = {sheet->name, row->place.row_no, -1}, .cell_count = row->cell_count};
    copy.marks = arena_text(sheet->arena, row->marks);
    copy.cells = arena_array(sheet->arena, row->cell_count, sizeof *copy.cells);
    for (size_t i = 0; i < row->cell_count; i++) {
        if (row->cells[i].ptr != NULL)
            copy.cells[i] = arena_text(sheet->arena, row->cells[i]);
    }
    return copy;
}

bool
sheet_is_full(const Sheet *sheet)
{
    size_t limit = sheet->hidden ? HIDDEN_SHEET_ROWS : SHEET_MAX_ROWS;
    return sheet->row_count >= limit || arena_used(sheet->arena) > SHEET_MAX_BYTES;
}

void
sheet_add_row(Sheet *sheet, const Row *row)
{
    if (row_is_blank(row))
        return;
    if (sheet_is_full(sheet)) {
        sheet->overlong = true;
        return;
    }
    sheet->rows = with_room(sheet->arena, sheet->rows, sheet->row_count, &sheet->row_room, sizeof *sheet->rows);
    sheet->rows[sheet->row_count++] = copy_row(sheet, row);
}

bool
sheet_read_range(Text text, CellRange *range)
{
    size_t colon = text_find(text, TEXT(":"), 0);
    return colon != SIZE_MAX && row_read_cell(text_sub(text, 0, colon), &range->first_row, &range->first_column) &&
           row_read_cell(text_sub(text, colon + 1, text.len), &range->last_row, &range->last_column);
}

/*
 * A merged range lies in the smallest bin that holds all of its rows: bins of 16 rows, of 128 and so on, and one that holds any. So a cell's range is
 * looked for in a few short lists, in whatever order they come.
 */
enum { BIN_LEVELS = 5, BIN_SHIFT = 4, BIN_STEP = 3 };

static size_t
bin_at(uint64_t row_no, int level)
{
    size_t before = 0;
    for (int i = 0; i < level; i++)
        before += (size_t)LIMIT_ROWS >> (BIN_SHIFT + i * BIN_STEP);
    return level == BIN_LEVELS ? before : before + (size_t)(row_no >> (BIN_SHIFT + level * BIN_STEP));
}

static size_t
bin_of(const CellRange *merge)
{
    int level = merge->last_row < LIMIT_ROWS ? 0 : BIN_LEVELS;
    while (level < BIN_LEVELS && bin_at(merge->first_row, level) != bin_at(merge->last_row, level))
        level++;
    return bin_at(merge->first_row, level);
}

static void
keep_merge(Sheet *sheet, const CellRange *merge)
{
    size_t room = sheet->merge_room;
    if (sheet->merge_bins == NULL)
        sheet->merge_bins = arena_array(sheet->arena, bin_at(0, BIN_LEVELS) + 1, sizeof *sheet->merge_bins);
    sheet->merge_next =
        with_room(sheet->arena, sheet->merge_next, sheet->merge_count, &room, sizeof *sheet->merge_next);
    sheet->merges =
        with_room(sheet->arena, sheet->merges, sheet->merge_count, &sheet->merge_room, sizeof *sheet->merges);
    uint32_t *bin = &sheet->merge_bins[bin_of(merge)];
    sheet->merges[sheet->merge_count] = *merge;
    sheet->merge_next[sheet->merge_count++] = *bin;
    *bin = (uint32_t)sheet->merge_count;
}

bool
sheet_add_merge(Sheet *sheet, Text range)
{
    CellRange merge;
    if (!sheet_read_range(range, &merge))
        return false;
    if (sheet->merge_count == SHEET_MAX_MERGES)
        sheet->overmerged = true;
    else
        keep_merge(sheet, &merge);
    return true;
}

/* "C" to 2, by way of "C1". */
static bool
read_column(Text name, Arena *arena, int *column)
{
    uint64_t row_no;
    return row_read_cell(arena_printf(arena, "%" TEXT_FMT "1", TEXT_ARG(name)), &row_no, column);
}

bool
sheet_add_hidden_columns(Sheet *sheet, Text range)
{
    CellRange hidden = {0};
    size_t colon = text_find(range, TEXT(":"), 0);
    Text last = colon == SIZE_MAX ? range : text_sub(range, colon + 1, range.len);
    if (!read_column(text_sub(range, 0, colon), sheet->arena, &hidden.first_column) ||
        !read_column(last, sheet->arena, &hidden.last_column))
        return false;
    sheet->hidden_columns = with_room(sheet->arena, sheet->hidden_columns, sheet->hidden_count, &sheet->hidden_room,
                                      sizeof *sheet->hidden_columns);
    sheet->hidden_columns[sheet->hidden_count++] = hidden;
    return true;
}

Text
sheet_cell(const Sheet *sheet, size_t index, int column)
{
    const Row *row = &sheet->rows[index];
    return column >= 0 && (size_t)column < row->cell_count ? row->cells[column] : TEXT_NONE;
}

static bool
holds(const CellRange *merge, uint64_t row_no, int column)
{
    return row_no >= merge->first_row && row_no <= merge->last_row && column >= merge->first_column &&
           column <= merge->last_column;
}

const CellRange *
sheet_merge_at(const Sheet *sheet, uint64_t row_no, int column)
{
    const CellRange *found = NULL;
    for (int level = row_no < LIMIT_ROWS ? 0 : BIN_LEVELS; level <= BIN_LEVELS && sheet->merge_count > 0; level++) {
        for (uint32_t at = sheet->merge_bins[bin_at(row_no, level)]; at > 0; at = sheet->merge_next[at - 1]) {
            const CellRange *merge = &sheet->merges[at - 1];
            if (holds(merge, row_no, column) && (found == NULL || merge < found))
                found = merge;
        }
    }
    return found;
}

/* Rows stand in order of their numbers, so the row above is sought from `index` upwards. */
static Text
cell_above(const Sheet *sheet, size_t index, uint64_t row_no, int column)
{
    while (index > 0 && sheet->rows[index].place.row_no > row_no)
        index--;
    return sheet->rows[index].place.row_no == row_no ? sheet_cell(sheet, index, column) : TEXT_NONE;
}

Text
sheet_merged_cell(const Sheet *sheet, size_t index, int column)
{
    Text own = sheet_cell(sheet, index, column);
    if (!character_all_blank(own))
        return own;
    const CellRange *merge = sheet_merge_at(sheet, sheet->rows[index].place.row_no, column);
    return merge == NULL ? own : cell_above(sheet, index, merge->first_row, merge->first_column);
}

bool
sheet_column_hidden(const Sheet *sheet, int column)
{
    for (size_t i = 0; i < sheet->hidden_count; i++) {
        if (column >= sheet->hidden_columns[i].first_column && column <= sheet->hidden_columns[i].last_column)
            return true;
    }
    return false;
}

int
sheet_first_filled(const Sheet *sheet, size_t index)
{
    const Row *row = &sheet->rows[index];
    for (size_t i = 0; i < row->cell_count; i++) {
        if (!character_all_blank(row->cells[i]))
            return (int)i;
    }
    return -1;
}

static bool
is_number(Text cell)
{
    Decimal number;
    Text rest;
    return decimal_read(cell, &number, &rest) && rest.len == 0;
}

int
sheet_telling_column(const Sheet *sheet, size_t index)
{
    for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
        Text cell = sheet_cell(sheet, index, (int)column);
        if (!character_all_blank(cell) && !is_number(cell))
            return (int)column;
    }
    return sheet_first_filled(sheet, index);
}

size_t
sheet_filled_count(const Sheet *sheet, size_t index)
{
    const Row *row = &sheet->rows[index];
    size_t count = 0;
    for (size_t i = 0; i < row->cell_count; i++)
        count += !character_all_blank(row->cells[i]);
    return count;
}

size_t
sheet_most_filled(const Sheet *sheet)
{
    size_t most = 0;
    for (size_t i = 0; i < sheet->row_count; i++) {
        size_t filled = sheet_filled_count(sheet, i);
        most = filled > most ? filled : most;
    }
    return most;
}

int
sheet_width(const Sheet *sheet)
{
    size_t width = 0;
    for (size_t i = 0; i < sheet->row_count; i++) {
        if (sheet->rows[i].cell_count > width)
            width = sheet->rows[i].cell_count;
    }
    return (int)width;
}
