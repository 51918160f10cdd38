/*
 * Which values a list has had already, by their digests: 12 bytes each in sub-tables that grow. Beyond its memory no new value is remembered; it goes to a file without a name,
 * with its row, and is judged when the list has ended.
 */
#ifndef HUIZONG_LIST_UNIQUE_H
#define HUIZONG_LIST_UNIQUE_H

#include "base/digest.h"
#include "base/err.h"
#include "list/spill.h"
#include "rows/typedlist.h"

/* Some seven million values. */
#define UNIQUE_MEMORY ((size_t)160 * 1024 * 1024)

typedef struct Unique Unique;

/* `files` must outlive it. */
Unique *
unique_new(size_t memory, const SpillFiles *files);

void
unique_free(Unique *unique);

typedef enum UniqueVerdict { UNIQUE_NEW, UNIQUE_REPEATED, UNIQUE_OPEN } UniqueVerdict;

/* Says that the digest will be added soon: its place is far away in memory. */
void
unique_expect(const Unique *unique, Digest digest);

/* UNIQUE_REPEATED: *first is the row that has the value. UNIQUE_OPEN: only the end will tell, and unique_keep must be told of the row. */
UniqueVerdict
unique_add(Unique *unique, Digest digest, uint32_t row_no, uint32_t *first);

/* The row of an open verdict, with its cells in any form. */
bool
unique_keep(Unique *unique, Digest digest, uint32_t row_no, Text line, Err *err);

/* Of an open row that repeats a value after all; `line` as it was kept, borrowed until the function returns. */
typedef bool
UniqueRepeated(void *context, uint32_t row_no, uint32_t first, Text line, Err *err);

/* Judges the open rows, once. */
bool
unique_judge(Unique *unique, UniqueRepeated *repeated, void *context, Err *err);

#endif
