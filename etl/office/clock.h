/* The run's clock, read once. */
#ifndef HUIZONG_OFFICE_CLOCK_H
#define HUIZONG_OFFICE_CLOCK_H

#include "db/db.h"

/*
 * The instant of an --as-of option as ISO 8601 text in UTC, in `arena`; without an offset of its own the cycle's applies, NULL is now. False with ERR_USAGE where it is no time or the
 * database has no such cycle.
 */
bool
clock_read(Db *db, Text cycle, const char *option, Arena *arena, Text *as_of, Err *err);

/* The same for what cannot be undone: ERR_USAGE where it is later than this machine's clock, but for a minute. */
bool
clock_read_past(Db *db, Text cycle, const char *option, Arena *arena, Text *as_of, Err *err);

#endif
