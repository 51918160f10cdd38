/* Rows that wait for the end of a list, in files without a name: their digests by partition, their lines in one run. */
#ifndef HUIZONG_LIST_SPILL_H
#define HUIZONG_LIST_SPILL_H

#include "base/arena.h"
#include "base/err.h"

enum { SPILL_PARTITIONS = 8 };

typedef struct SpillEntry {
    uint64_t tag;
    uint64_t at; /* of the line */
    uint32_t len;
    uint32_t row_no;
} SpillEntry;

/* Two files without a name in TMPDIR, opened before it is known whether they are needed: later the process may open nothing (cage/cage.h). */
typedef struct SpillFiles SpillFiles;

/* Never NULL: where they cannot be made, whoever needs them is told. */
SpillFiles *
spill_files_open(void);

/* NULL is allowed. */
void
spill_files_close(SpillFiles *files);

typedef struct Spill Spill;

/* Writes `files` from their beginning; they must outlive it, and serve one at a time. NULL with *err where they could not be made. */
Spill *
spill_new(const SpillFiles *files, Err *err);

void
spill_free(Spill *spill);

bool
spill_add(Spill *spill, unsigned partition, uint64_t tag, uint32_t row_no, Text line, Err *err);

typedef bool
SpillVisit(void *context, const SpillEntry *entry, Err *err);

/* All entries of a partition in the order they were added. */
bool
spill_visit(Spill *spill, unsigned partition, SpillVisit *visit, void *context, Err *err);

/* The line of an entry; borrowed until the next call. */
bool
spill_line(Spill *spill, const SpillEntry *entry, Text *line, Err *err);

#endif
