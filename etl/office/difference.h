/* What the rules of this transaction decide otherwise than what stood before them (sql/preview), told before it takes effect. */
#ifndef HUIZONG_OFFICE_DIFFERENCE_H
#define HUIZONG_OFFICE_DIFFERENCE_H

#include <stdio.h>

#include "db/db.h"
#include "rows/messages.h"

/*
 * Tells on `out` the message `code` with `values`, whose `expected` becomes the number of differences, and a line for each, up to some thousands; nothing where there is none. Between
 * preview/before and the end of the transaction.
 */
bool
difference_tell(Db *db, const char *code, const MessageValues *values, const Messages *messages, FILE *out,
                Arena *arena, uint64_t *count, Err *err);

/* What a night of the clock `as_of` would decide otherwise, told and undone. Failures as enforce_cycle's. */
bool
difference_preview(Db *db, Text cycle, Text as_of, const Messages *messages, FILE *out, Arena *arena, uint64_t *count,
                   Err *err);

#endif
