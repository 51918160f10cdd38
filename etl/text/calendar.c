#include "text/calendar.h"

#include <stdlib.h>
#include <time.h>

enum { SECONDS_A_DAY = 24 * 60 * 60, DAYS_AN_ERA = 146097 };

/* Days since 1970-01-01 in the proleptic Gregorian calendar; years counted from March, so that a leap day ends one. */
static int64_t
days_of(int year, int month, int day)
{
    int64_t from_march = month > 2 ? year : year - 1;
    int64_t era = from_march / 400;
    int64_t year_of_era = from_march - era * 400;
    int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

    return era * DAYS_AN_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

int64_t
calendar_instant(const CalendarTime *time, int offset_minutes)
{
    int64_t seconds = (int64_t)time->hour * 3600 + time->minute * 60 + time->second;
    int offset = time->has_offset ? time->offset_minutes : offset_minutes;

    return days_of(time->year, time->month, time->day) * SECONDS_A_DAY + seconds - (int64_t)offset * 60;
}

static int64_t
floor_divide(int64_t value, int64_t by)
{
    return value / by - (value % by < 0);
}

/* The inverse of days_of. */
static CalendarTime
civil_time(int64_t instant, int offset_minutes)
{
    int64_t local = instant + (int64_t)offset_minutes * 60;
    int64_t days = floor_divide(local, SECONDS_A_DAY);
    int64_t second = local - days * SECONDS_A_DAY;
    int64_t era = floor_divide(days + 719468, DAYS_AN_ERA);
    int64_t day_of_era = days + 719468 - era * DAYS_AN_ERA;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153;

    return (CalendarTime){
        .year = (int)(year_of_era + era * 400 + (month >= 10)),
        .month = (int)(month < 10 ? month + 3 : month - 9),
        .day = (int)(day_of_year - (153 * month + 2) / 5 + 1),
        .hour = (int)(second / 3600),
        .minute = (int)(second / 60 % 60),
        .second = (int)(second % 60),
        .has_offset = true,
        .offset_minutes = offset_minutes,
        .precision = CALENDAR_SECOND,
    };
}

Text
calendar_iso(int64_t instant, int offset_minutes, Arena *arena)
{
    CalendarTime time = civil_time(instant, offset_minutes);

    return calendar_text(&time, arena);
}

Text
calendar_compact(int64_t instant, int offset_minutes, Arena *arena)
{
    CalendarTime time = civil_time(instant, offset_minutes);

    return arena_printf(arena, "%04d%02d%02dT%02d%02d%02d", time.year, time.month, time.day, time.hour, time.minute,
                        time.second);
}

Text
calendar_chinese_date(int64_t instant, int offset_minutes, Arena *arena)
{
    CalendarTime time = civil_time(instant, offset_minutes);

    return arena_printf(arena, "%d年%d月%d日", time.year, time.month, time.day);
}

Text
calendar_chinese_time(int64_t instant, int offset_minutes, Arena *arena)
{
    CalendarTime time = civil_time(instant, offset_minutes);
    Text minute =
        arena_printf(arena, "%d年%d月%d日 %02d:%02d", time.year, time.month, time.day, time.hour, time.minute);

    return time.second == 0 ? minute : arena_printf(arena, "%" TEXT_FMT ":%02d", TEXT_ARG(minute), time.second);
}

static Text
offset_text(const CalendarTime *time, Arena *arena)
{
    int minutes = abs(time->offset_minutes);

    if (!time->has_offset)
        return TEXT("");
    return arena_printf(arena, "%c%02d:%02d", time->offset_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

Text
calendar_text(const CalendarTime *time, Arena *arena)
{
    Text offset = offset_text(time, arena);

    switch (time->precision) {
    case CALENDAR_YEAR:
        return arena_printf(arena, "%04d", time->year);
    case CALENDAR_MONTH:
        return arena_printf(arena, "%04d-%02d", time->year, time->month);
    case CALENDAR_DAY:
        return arena_printf(arena, "%04d-%02d-%02d", time->year, time->month, time->day);
    case CALENDAR_MINUTE:
        return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d%" TEXT_FMT, time->year, time->month, time->day, time->hour,
                            time->minute, TEXT_ARG(offset));
    case CALENDAR_SECOND:
        break;
    }
    return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02d%" TEXT_FMT, time->year, time->month, time->day,
                        time->hour, time->minute, time->second, TEXT_ARG(offset));
}

bool
calendar_option(const char *value, int offset_minutes, int64_t *instant, Err *err)
{
    CalendarTime written;

    if (value == NULL || text_equal(text_of(value), TEXT("now"))) {
        *instant = (int64_t)time(NULL);
        return true;
    }
    if (!calendar_read(text_of(value), &written) || written.precision < CALENDAR_DAY)
        return err_set(err, ERR_USAGE, "not a time: \"%s\" (expected like 2023-06-12T18:00:00+08:00)", value);
    *instant = calendar_instant(&written, offset_minutes);
    return true;
}
