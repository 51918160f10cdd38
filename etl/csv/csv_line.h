/*
 * The cells of a line that needs no parser: one without quotes, or with quotes that stand around whole cells and nowhere
 * else. What it takes, libcsv takes as well and gives the same cells.
 */
#ifndef HUIZONG_CSV_CSV_LINE_H
#define HUIZONG_CSV_CSV_LINE_H

#include "rows/rowbuild.h"

typedef enum CsvLine {
    CSV_LINE_TAKEN,
    CSV_LINE_QUOTED,  /* for the parser; cells may have been appended before that was seen */
    CSV_LINE_TOO_WIDE /* more cells than LIMIT_COLUMNS */
} CsvLine;

/* Appends the cells of `line`, which has no line end; they are borrowed from it. */
CsvLine
csv_line_split(Text line, Text delimiter, RowBuild *build, Arena *arena);

/* Appends a cell, taken out of the guard ="0139…" where it has one, and marks that, or a spreadsheet's error (#N/A); `stray`: it has a quote that belongs to nothing. False beyond LIMIT_COLUMNS. */
bool
csv_line_append(RowBuild *build, Text cell, bool stray, Arena *arena);

#endif
