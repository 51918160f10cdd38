/* Columns of text for a terminal, where a Chinese character takes two places. */
#ifndef HUIZONG_OUT_GRID_H
#define HUIZONG_OUT_GRID_H

#include <stdio.h>

#include "base/text.h"

enum { GRID_COLUMN_MAX = 16 };

/* `rows` rows of `columns` cells each, one after the other: every column as wide as its widest cell, the last as it is. Line ends and control characters in a cell are
 * shown as blanks, so that what a file is called moves nothing on the screen. */
void
grid_print(FILE *stream, const Text *cells, size_t rows, size_t columns);

/* One text by the same rules, without a line end. */
void
grid_put(FILE *stream, Text text);

#endif
