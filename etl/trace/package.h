/* A final package of the outbox: what was booked of it, and whether its files still are those. */
#ifndef HUIZONG_TRACE_PACKAGE_H
#define HUIZONG_TRACE_PACKAGE_H

#include "trace/subject.h"
#include "trace/target.h"

/* The clock of its state, in `arena`; TEXT_NONE with ERR_DATA where its manifest is not one that was booked for the cycle. */
Text
package_clock(Db *db, Text cycle, const Target *target, Arena *arena, Err *err);

/* Whether the file is the one that the manifest lists; *known is false where it lists none of that name. */
bool
package_is_kept(const Target *target, Arena *arena, bool *known, bool *same, Err *err);

#endif
