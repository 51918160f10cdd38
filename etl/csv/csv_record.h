/*
 * One record of a text table: RFC 4180 by libcsv in strict mode, blanks kept. A record that strict reading does not
 * accept is read alone and leniently, so that a stray quote never costs a row: a quote opens a cell only at its front
 * and closes it only before a separator or line end, every other one is text.
 */
#ifndef HUIZONG_CSV_CSV_RECORD_H
#define HUIZONG_CSV_CSV_RECORD_H

#include "rows/rowbuild.h"

typedef struct CsvSplitter CsvSplitter;

typedef enum CsvState {
    CSV_STATE_RECORD,   /* a record was taken */
    CSV_STATE_MORE,     /* the window ends within it */
    CSV_STATE_TOO_WIDE, /* more cells than LIMIT_COLUMNS */
} CsvState;

typedef struct CsvRecord {
    size_t used;      /* bytes of the window, with the line end */
    bool blank;       /* a line without anything */
    bool ended;       /* by a line end; else by the end of the file */
    int stray_column; /* the first cell with a stray quote, -1: none */
    int broad_column; /* the first cell whose quotes hold line ends and as many separators as a row has, -1: none */
} CsvRecord;

/* `delimiter` is borrowed. */
CsvSplitter *
csv_splitter_new(Text delimiter);

void
csv_splitter_free(CsvSplitter *splitter);

/*
 * Takes the record at the front of `window`, where `last` says that the file ends with it. Appends its cells to
 * `build`; they are borrowed from the window or live in `arena`. ="0139…" is taken out of its guard, and of tabs around
 * that, and marked; tabs around a quoted cell are left out; a cell with stray quotes is marked.
 */
CsvState
csv_split(CsvSplitter *splitter, Text window, bool last, RowBuild *build, Arena *arena, CsvRecord *record);

#endif
