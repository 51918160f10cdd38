/*
 * Where a printed sheet needs page breaks of its own, so that rows which belong together (a heading and what stands below it) are not parted. Elsewhere pages end by
 * themselves, and go on doing so when somebody makes rows higher.
 */
#ifndef HUIZONG_OUT_PAGEFLOW_H
#define HUIZONG_OUT_PAGEFLOW_H

#include <stdbool.h>
#include <stdint.h>

enum { PAGEFLOW_BREAK_MAX = 250 };

typedef struct PageFlow {
    int room; /* of a page, in points, below the rows that are repeated on it */
    int used;
    uint32_t first; /* of the rows that stay together, as far as they are written */
    int rows;
    int height;
    uint32_t breaks[PAGEFLOW_BREAK_MAX + 1]; /* the first row of a page each, from 0; ended by 0 */
    int break_count;
} PageFlow;

void
pageflow_begin(PageFlow *flow, int room);

/* The next row, so many points high; `kept`: on the page of the row before. */
void
pageflow_row(PageFlow *flow, uint32_t row, int height, bool kept);

/* The last rows, so many points high together, are repeated on each page from here on. */
void
pageflow_repeat(PageFlow *flow, int height);

/* No row follows. */
void
pageflow_end(PageFlow *flow);

#endif
