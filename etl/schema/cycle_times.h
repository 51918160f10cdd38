/* The notice's day, the deadlines and the day until which people's data are kept, and that they follow each other. */
#ifndef HUIZONG_SCHEMA_CYCLE_TIMES_H
#define HUIZONG_SCHEMA_CYCLE_TIMES_H

#include "schema/cycle.h"

/* Reads zone, notice_date, deadline, deadline_inclusive, onward_deadline and retain_until of x:cycle. Only one way to write a time is taken: 2022-03-18T15:00:00+08:00. */
void
cycle_times_read(Json settings, Cycle *cycle, Err *err);

#endif
