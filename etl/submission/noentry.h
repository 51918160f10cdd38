/*
 * A cycle's table in which nothing was read as an entry: a zero report where it is empty or says so, and none where something else stands in its rows
 * (详见附件, one cell merged over all columns) or entries come behind its end.
 */
#ifndef HUIZONG_SUBMISSION_NOENTRY_H
#define HUIZONG_SUBMISSION_NOENTRY_H

#include "table/table.h"

typedef struct NoEntry {
    bool entries;  /* a table of the file has some, or says that there are none */
    bool doubtful; /* a table has something else */
    Place place;   /* the first such place, and what it holds */
    Text text;
} NoEntry;

/* Looks at one table of the file; texts live in `arena`. */
void
noentry_look(NoEntry *told, const Table *table, Arena *arena);

/* True where the file is no zero report: *finding is its refusal. */
bool
noentry_refusal(const NoEntry *told, Finding *finding);

#endif
