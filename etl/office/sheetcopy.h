/* The rows of a file's sheets as extract gives them, kept to be shown again. */
#ifndef HUIZONG_OFFICE_SHEETCOPY_H
#define HUIZONG_OFFICE_SHEETCOPY_H

#include "office/extraction.h"
#include "rows/row.h"

/* Of a longer sheet only its first rows (title, head block, header) and those that are wanted; where these are too many as well, nothing. */
enum {
    SHEETCOPY_ROWS_MAX = 500,
    SHEETCOPY_HEAD_ROWS = 10,
    SHEETCOPY_WANTED_MAX = 5000,
    SHEETCOPY_BYTES_MAX = 16 * 1024 * 1024
};

typedef struct SheetCopy {
    Text sheet;
    const uint64_t *wanted; /* numbers of rows, rising */
    size_t wanted_count;
    Row *rows; /* by row_no */
    size_t row_count;
    size_t room;
    size_t bytes;
    bool thinned;  /* rows are left out; those below the last row of a worksheet always are */
    bool too_long; /* no rows then */
} SheetCopy;

/* Runs the extraction and keeps the sheets of those names. Everything lives in `arena`. */
bool
sheetcopy_read(Extraction *extraction, SheetCopy *copies, size_t count, Arena *arena, Err *err);

/* The row of that number, or NULL. */
const Row *
sheetcopy_row(const SheetCopy *copy, uint64_t row_no);

#endif
