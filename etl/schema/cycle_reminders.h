/* When units are reminded of a cycle's deadline: "T-7 T-3 T-1 T-3h". */
#ifndef HUIZONG_SCHEMA_CYCLE_REMINDERS_H
#define HUIZONG_SCHEMA_CYCLE_REMINDERS_H

#include "schema/cycle.h"

/* Reads the steps into the cycle, whose deadline is known; null is none. A step that is not after the one before is refused. */
void
cycle_reminders_read(Json value, Cycle *cycle, Arena *arena, Err *err);

/* The latest step that `instant` has reached; NULL before the first, before the notice's date and after the deadline. A step
 * before the notice's date is none. */
const CycleReminder *
cycle_reminder_reached(const Cycle *cycle, int64_t instant);

#endif
