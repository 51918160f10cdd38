/* A row and its place: sheet, row and cell as a person finds them in the office program. */
#ifndef HUIZONG_ROWS_ROW_H
#define HUIZONG_ROWS_ROW_H

#include "base/arena.h"

#include <stdint.h>

/* Where something stands: sheet name ("" for CSV), 1-based row (0 = the whole sheet or file), 0-based column (-1 =
 * the whole row). */
typedef struct Place {
    Text sheet;
    uint64_t row_no;
    int column;
} Place;

/* "A", "Z", "AA" … in `arena`; column is 0-based. */
Text
row_column_name(int column, Arena *arena);

enum { ROW_CELL_MAX = 32 };

/* "C5" with a final NUL, "" where row or column is unknown; returns it as a Text over `out`. */
Text
row_write_cell(Place place, char out[ROW_CELL_MAX]);

/* The same in `arena`. */
Text
row_cell_name(Place place, Arena *arena);

/* "AB12" or "ab12" to row and column; false where it is no reference within XFD1048576. */
bool
row_read_cell(Text reference, uint64_t *row_no, int *column);

/* One row of cells; an absent cell has ptr NULL. Cells live as long as their stream's next call. */
typedef struct Row {
    Place place;
    Text marks;
    Text *cells;
    size_t cell_count;
} Row;

#endif
