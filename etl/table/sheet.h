/*
 * One sheet held in memory: the rows that hold something, its merged ranges and hidden columns. For tables of modest length (summaries, registers, short lists);
 * of a long list only the first rows are held. Everything is copied into the arena given at the start and lives as long as that.
 */
#ifndef HUIZONG_TABLE_SHEET_H
#define HUIZONG_TABLE_SHEET_H

#include "rows/row.h"

/* Merged ranges: all rows in pairs, in twenty columns. */
enum { SHEET_MAX_ROWS = 20000, SHEET_MAX_MERGES = 200000, SHEET_MAX_BYTES = 128 * 1024 * 1024 };

/* A range of cells, both ends included; rows 1-based, columns 0-based. */
typedef struct CellRange {
    uint64_t first_row, last_row;
    int first_column, last_column;
} CellRange;

typedef struct Sheet {
    Text name;
    bool hidden; /* hidden or very hidden */
    Row *rows;   /* without blank ones, in order */
    size_t row_count;
    size_t row_room;
    bool overlong;   /* more rows or bytes came than are kept */
    bool overmerged; /* more merged ranges did */
    CellRange *merges;
    size_t merge_count;
    size_t merge_room;
    uint32_t *merge_bins; /* by bin, one more than the newest merged range in it; NULL before the first (sheet.c) */
    uint32_t *merge_next; /* by merged range, one more than the one before it in its bin */
    CellRange *hidden_columns; /* rows unused */
    size_t hidden_count;
    size_t hidden_room;
    Arena *arena;
} Sheet;

Sheet *
sheet_new(Text name, bool hidden, Arena *arena);

/* True where a further row would not be kept. */
bool
sheet_is_full(const Sheet *sheet);

/* A blank row is dropped; of a hidden sheet only the first rows are kept, since nobody reads them. */
void
sheet_add_row(Sheet *sheet, const Row *row);

/* "A1:C2"; false where it is no range. */
bool
sheet_read_range(Text text, CellRange *range);

/* The same, into the sheet's merged ranges. */
bool
sheet_add_merge(Sheet *sheet, Text range);

/* "C:D"; false where it is no range of columns. */
bool
sheet_add_hidden_columns(Sheet *sheet, Text range);

/* What the cell itself holds; TEXT_NONE where it is absent or beyond the row. */
Text
sheet_cell(const Sheet *sheet, size_t index, int column);

/* The merged range over that cell, of several the one that came first, or NULL. */
const CellRange *
sheet_merge_at(const Sheet *sheet, uint64_t row_no, int column);

/* What the cell holds, or else what the top left cell of its merged range holds. */
Text
sheet_merged_cell(const Sheet *sheet, size_t index, int column);

bool
sheet_column_hidden(const Sheet *sheet, int column);

/* The first column with something in it, or -1. */
int
sheet_first_filled(const Sheet *sheet, size_t index);

/* The cell by which a clerk knows the row: the first that holds more than its number. */
int
sheet_telling_column(const Sheet *sheet, size_t index);

/* How many cells of the row hold something. */
size_t
sheet_filled_count(const Sheet *sheet, size_t index);

/* The most that any row of it holds. */
size_t
sheet_most_filled(const Sheet *sheet);

/* One more than the last column that any kept row reaches. */
int
sheet_width(const Sheet *sheet);

#endif
