/*
 * Puts one raw row together, cell by cell, with the marks of its unusual cells (their words: rows/rawrow.h). Cells are
 * borrowed until the row is handed on.
 */
#ifndef HUIZONG_ROWS_ROWBUILD_H
#define HUIZONG_ROWS_ROWBUILD_H

#include "base/buf.h"
#include "base/limits.h"
#include "rows/row.h"

typedef struct RowBuild {
    Row row;
    Buf marks;
    int marked; /* the column of the last mark; -2: none yet */
} RowBuild;

void
rowbuild_open(RowBuild *build);

void
rowbuild_close(RowBuild *build);

/* Empties it for the next row. */
void
rowbuild_begin(RowBuild *build, Text sheet, uint64_t row_no);

/* False beyond the last column that LIMIT_COLUMNS allows. */
bool
rowbuild_set(RowBuild *build, int column, Text value);

/* The cell behind the last one; the same end. */
static inline bool
rowbuild_append(RowBuild *build, Text value)
{
    if (build->row.cell_count >= LIMIT_COLUMNS)
        return false;
    build->row.cells[build->row.cell_count++] = value;
    return true;
}

/* Column -1 marks the whole row. All marks of a cell in a run. */
void
rowbuild_mark(RowBuild *build, int column, const char *word, Arena *arena);

/* The row; borrowed until the next begin. */
const Row *
rowbuild_row(RowBuild *build);

#endif
