/* Dates as coarse as people write them, and spans of time: 2019年, 2019.5, 2019年5月至2020年6月, 2019年至今. */
#ifndef HUIZONG_TEXT_PERIOD_H
#define HUIZONG_TEXT_PERIOD_H

#include "text/calendar.h"

/* True of the years that 202205 may begin with: what begins with 2001 to 2012 is a day of 2020 as well (201003), and other years nobody writes of. */
bool
period_is_compact_year(int year);

/* What calendar_read reads, and besides 2019.5, 202205, 2019年5月份, 2019年度 and dates in Chinese digits (text/chinese.h). *unclear where "2019.1" may be a shortened 2019.10. */
bool
period_read_date(Text text, Arena *arena, CalendarTime *out, bool *unclear);

typedef struct Period {
    CalendarTime from;
    CalendarTime to;
    bool has_to;  /* else a single date, or open */
    bool open;    /* 至今, 起, 以来 */
    bool unclear; /* one of its dates is */
} Period;

/* A single date or two, days at most; the second may leave out its year (2019年5月-8月). False also where it ends before it begins. */
bool
period_read(Text text, Arena *arena, Period *out);

/* As ISO 8601 writes it: "2019-05", "2019-05/2020-06-30", "2019/..". */
Text
period_text(const Period *period, Arena *arena);

#endif
