/*
 * Puts one raw row together, cell by cell, with the marks of its unusual cells (their words: rows/rawrow.h). Cells are
 * borrowed until the row is handed on.
 */
#ifndef HUIZONG_ROWS_ROWBUILD_H
#define HUIZONG_ROWS_ROWBUILD_H

#include "base/buf.h"
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

/* The cell behind the last one. */
bool
rowbuild_append(RowBuild *build, Text value);

/* Column -1 marks the whole row. All marks of a cell in a run. */
void
rowbuild_mark(RowBuild *build, int column, const char *word, Arena *arena);

/* The row; borrowed until the next begin. */
const Row *
rowbuild_row(RowBuild *build);

#endif
