/* Sheets without a table, to be named when the file turns out to have one elsewhere. */
#ifndef HUIZONG_SUBMISSION_SKIPPED_H
#define HUIZONG_SUBMISSION_SKIPPED_H

#include "table/sheet.h"

typedef struct SkippedSheet {
    Text name;
    size_t width; /* most cells that a row of it fills */
    struct SkippedSheet *next;
} SkippedSheet;

typedef struct Skipped {
    SkippedSheet *first;
    SkippedSheet **end;
} Skipped;

void
skipped_init(Skipped *skipped);

/* The entry lives in `arena`. */
void
skipped_add(Skipped *skipped, const Sheet *sheet, Arena *arena);

/*
 * True of a sheet at least as wide as a header without entries (bare_width; 0: there is none such): portals keep the
 * header in a table of its own, and the file would count as reporting nothing.
 */
bool
skipped_is_body(const SkippedSheet *sheet, size_t bare_width);

#endif
