/* Findings that wait for the end of their row: code that judges cells stays free of input and output. Texts are borrowed. */
#ifndef HUIZONG_ROWS_FINDINGLIST_H
#define HUIZONG_ROWS_FINDINGLIST_H

#include "rows/finding.h"

typedef struct FindingList {
    Finding *items;
    size_t count;
    size_t room;
    Arena *arena;
} FindingList;

/* Grows in `arena`, which must outlive it. */
FindingList
findinglist_new(Arena *arena);

void
findinglist_add(FindingList *list, const Finding *finding);

/* Writes them in order; the list stays as it is. */
bool
findinglist_write(const FindingList *list, FindingWriter *writer, Err *err);

#endif
