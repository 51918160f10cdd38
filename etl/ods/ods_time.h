/* Dates and durations as OpenDocument stores them (W3C XML Schema part 2), to the ISO text of raw rows. */
#ifndef HUIZONG_ODS_ODS_TIME_H
#define HUIZONG_ODS_ODS_TIME_H

#include "base/arena.h"

/*
 * "2023-05-01", "2023-05-01T14:30:00.1234": the same text, seconds rounded to thousandths, and a fraction only where
 * there is one. False where no calendar has that day, and for a year outside of 0001 to 9999 or a time zone.
 */
bool
ods_time_date(Text stored, Arena *arena, Text *out);

/*
 * "PT14H30M00S" is "14:30:00", "P1DT3H30M" is "27:30:00", "-PT90S" is "-00:01:30"; seconds like those of a date. False
 * for years and months, which are no length of time.
 */
bool
ods_time_duration(Text stored, Arena *arena, Text *out);

#endif
