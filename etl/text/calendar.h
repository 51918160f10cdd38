/*
 * Dates and instants, proleptic Gregorian. An Instant is whole seconds since 1970-01-01T00:00:00Z. Offsets are
 * minutes east of UTC.
 */
#ifndef HUIZONG_TEXT_CALENDAR_H
#define HUIZONG_TEXT_CALENDAR_H

#include "base/arena.h"
#include "base/err.h"

#include <stdint.h>

typedef enum CalendarPrecision {
    CALENDAR_YEAR,
    CALENDAR_MONTH,
    CALENDAR_DAY,
    CALENDAR_MINUTE,
    CALENDAR_SECOND
} CalendarPrecision;

typedef struct CalendarTime {
    int year, month, day;     /* month and day 1 where the precision does not reach them */
    int hour, minute, second; /* hour 24 (with 00:00) is allowed: the end of that day */
    bool has_offset;
    int offset_minutes;
    CalendarPrecision precision;
} CalendarTime;

/*
 * Reads 2022-03-18, 2022/3/18, 2022.3.18, 20220318, 2022年3月18日, 2022年3月, 2022, each optionally followed by a time:
 * 15:00, 15：00:05, 15时30分, 下午3点, 24:00; ISO 8601 with T, Z or +08:00.
 * Full-width digits and signs are read. False for an impossible date (2022-02-30), and for an hour that its part of
 * the day does not have or that may be two (晚上1点, 上午13点, 上午12点).
 */
bool
calendar_read(Text text, CalendarTime *out);

/* The instant at the start of what was written (2022-03-18 15:00 to the minute is 15:00:00); `offset_minutes` where
 * none was written. */
int64_t
calendar_instant(const CalendarTime *time, int offset_minutes);

/* "+08:00" to 480; false where it is no offset. */
bool
calendar_read_offset(Text text, int *offset_minutes);

/* "2022-03-18T15:00:00+08:00", in `arena`. */
Text
calendar_iso(int64_t instant, int offset_minutes, Arena *arena);

/* "20220318T150000", for directory names. */
Text
calendar_compact(int64_t instant, int offset_minutes, Arena *arena);

/* "2022年3月18日". */
Text
calendar_chinese_date(int64_t instant, int offset_minutes, Arena *arena);

/* "2022年3月18日 15:00"; "2022年3月18日 15:00:01" where there are seconds. */
Text
calendar_chinese_time(int64_t instant, int offset_minutes, Arena *arena);

/* What was written, as ISO text with just its precision ("2022-03", "2022-03-18T15:00"). */
Text
calendar_text(const CalendarTime *time, Arena *arena);

/* An option's time ("--as-of"): ISO 8601 or the notations above; without an offset `offset_minutes` applies; "now"
 * and NULL give the clock. */
bool
calendar_option(const char *value, int offset_minutes, int64_t *instant, Err *err);

#endif
