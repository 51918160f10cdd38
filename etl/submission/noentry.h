/*
 * A cycle's table in which nothing was read as an entry: a zero report where its head is filled in or it says so, and none where something else stands in its rows
 * (详见附件, one cell merged over all columns), entries come behind its end, or nobody has written anything in it: a blank table that lies among the papers takes nothing back.
 */
#ifndef HUIZONG_SUBMISSION_NOENTRY_H
#define HUIZONG_SUBMISSION_NOENTRY_H

#include "table/table.h"

typedef struct NoEntry {
    bool entries;  /* a table of the file has some, or says that there are none */
    bool doubtful; /* a table has something else */
    Place place;   /* the first such place, and what it holds */
    Text text;
    const UploadKind *blank; /* of a table without entries whose head says nothing, or NULL */
    Place header;            /* where that begins */
    bool headed;             /* a table's own head says something */
} NoEntry;

/* Looks at one table of the file; texts live in `arena`. */
void
noentry_look(NoEntry *told, const Table *table, Arena *arena);

/* True where the file is no zero report: *finding is its refusal. `apart`: what its other sheets say of the head of `blank`, or NULL. */
bool
noentry_refusal(const NoEntry *told, const HeadBlock *apart, Finding *finding);

#endif
