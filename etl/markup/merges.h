/* The merged ranges of a sheet, kept until its rows have been written. */
#ifndef HUIZONG_MARKUP_MERGES_H
#define HUIZONG_MARKUP_MERGES_H

#include "base/buf.h"
#include "rows/sink.h"

typedef struct Merge {
    uint32_t first_row, last_row; /* 1-based */
    int first_column, last_column;
} Merge;

typedef struct Merges {
    Buf list;
} Merges;

Merges
merges_new(void);

void
merges_free(Merges *merges);

size_t
merges_count(const Merges *merges);

/* False beyond LIMIT_MERGES. */
bool
merges_add(Merges *merges, const Merge *merge);

/* The merge that was added as number `index` (0-based) ends with this row at the latest. */
void
merges_cut(Merges *merges, size_t index, uint32_t last_row);

/* Forgets all but the first `count`. */
void
merges_keep(Merges *merges, size_t count);

/* Writes and forgets all; one that is a single cell is not written. */
bool
merges_write(Merges *merges, Sink *sink, Text sheet, Err *err);

#endif
