/* Data of a package as their CSV file holds them: a label row, and rows of texts that live elsewhere. */
#ifndef HUIZONG_PARCEL_GRID_H
#define HUIZONG_PARCEL_GRID_H

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"

typedef struct Grid {
    const Text *labels;
    size_t column_count;
    Text *cells; /* row by row */
    size_t row_count;
    size_t row_room;
} Grid;

/* An empty grid with room for so many rows, in `arena`. The labels are borrowed. */
Grid
grid_new(const Text *labels, size_t column_count, size_t row_room, Arena *arena);

/* The cells of the next row, all TEXT_NONE, to be filled in. */
Text *
grid_add(Grid *grid);

Text
grid_cell(const Grid *grid, size_t row, size_t column);

/* The column with this label; SIZE_MAX where there is none. */
size_t
grid_column(const Grid *grid, Text label);

/* Adds labels and cells to a digest, each with its length, so that no two grids give the same. */
void
grid_hash(const Grid *grid, Hash *hash);

/* A CSV file that out/csvout has written, label row first. False with ERR_DATA where it is none. */
bool
grid_read(const char *path, Arena *arena, Grid *out, Err *err);

#endif
