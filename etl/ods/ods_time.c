#include "ods/ods_time.h"

#include "text/calendar.h"

enum {
    YEAR_LEN = 4,
    DATE_LEN = 10,      /* 2023-05-01 */
    DATE_TIME_LEN = 19, /* 2023-05-01T14:30:00 */
    DIGITS_MOST = 12,   /* of a part of a duration: far more than any calendar, and no overflow */
    SECOND_MS = 1000
};

/* What is left of a stored value. */
typedef struct Cursor {
    Text text;
    size_t at;
} Cursor;

static bool
take(Cursor *cursor, char byte)
{
    bool there = cursor->at < cursor->text.len && cursor->text.ptr[cursor->at] == byte;
    cursor->at += there;
    return there;
}

static bool
at_digit(const Cursor *cursor)
{
    return cursor->at < cursor->text.len && cursor->text.ptr[cursor->at] >= '0' && cursor->text.ptr[cursor->at] <= '9';
}

static bool
take_number(Cursor *cursor, size_t least, size_t most, int64_t *number)
{
    size_t start = cursor->at;
    for (*number = 0; at_digit(cursor) && cursor->at - start < most; cursor->at++)
        *number = *number * 10 + (cursor->text.ptr[cursor->at] - '0');
    return cursor->at - start >= least && !at_digit(cursor);
}

static bool
take_field(Cursor *cursor, size_t digits, int *field)
{
    int64_t number;
    bool there = take_number(cursor, digits, digits, &number);
    *field = (int)number;
    return there;
}

/* Thousandths behind the point, rounded: 1000 is a second more. Old programs write a comma. */
static bool
take_fraction(Cursor *cursor, int *ms)
{
    int tenths = 0;
    *ms = 0;
    if (!take(cursor, '.') && !take(cursor, ','))
        return true;
    if (!at_digit(cursor))
        return false;
    for (int unit = SECOND_MS; at_digit(cursor); cursor->at++, unit /= 10)
        tenths += unit * (cursor->text.ptr[cursor->at] - '0');
    *ms = (tenths + 5) / 10;
    return true;
}

static bool
take_day(Cursor *cursor, CalendarTime *time)
{
    return take_field(cursor, YEAR_LEN, &time->year) && take(cursor, '-') && take_field(cursor, 2, &time->month) &&
           take(cursor, '-') && take_field(cursor, 2, &time->day) && time->year > 0;
}

static bool
take_clock(Cursor *cursor, CalendarTime *time, int *ms)
{
    return take_field(cursor, 2, &time->hour) && take(cursor, ':') && take_field(cursor, 2, &time->minute) &&
           take(cursor, ':') && take_field(cursor, 2, &time->second) && take_fraction(cursor, ms);
}

/* No day and no time of day turns into another one when the calendar counts it. */
static bool
in_calendar(const CalendarTime *time, int64_t instant, Arena *arena)
{
    return text_equal(calendar_text(time, arena), text_sub(calendar_iso(instant, 0, arena), 0, DATE_TIME_LEN));
}

bool
ods_time_date(Text stored, Arena *arena, Text *out)
{
    Cursor cursor = {text_trim(stored), 0};
    CalendarTime time = {.precision = CALENDAR_SECOND};
    int ms = 0;
    if (!take_day(&cursor, &time))
        return false;
    bool clock = take(&cursor, 'T');
    if ((clock && !take_clock(&cursor, &time, &ms)) || cursor.at < cursor.text.len)
        return false;
    int64_t instant = calendar_instant(&time, 0);
    if (!in_calendar(&time, instant, arena))
        return false;
    Text shown = calendar_iso(instant + ms / SECOND_MS, 0, arena);
    if (shown.ptr[YEAR_LEN] != '-')
        return false;
    *out = text_sub(shown, 0, clock ? DATE_TIME_LEN : DATE_LEN);
    if (ms % SECOND_MS != 0)
        *out = arena_printf(arena, "%" TEXT_FMT ".%03d", TEXT_ARG(*out), ms % SECOND_MS);
    return true;
}

/* A number with its unit behind, added as seconds; nothing is taken where the unit is another. */
static bool
take_part(Cursor *cursor, char unit, int64_t seconds, int64_t *sum)
{
    size_t start = cursor->at;
    int64_t number;
    if (take_number(cursor, 1, DIGITS_MOST, &number) && take(cursor, unit)) {
        *sum += number * seconds;
        return true;
    }
    cursor->at = start;
    return false;
}

static bool
take_seconds(Cursor *cursor, int64_t *sum, int *ms)
{
    int64_t number;
    if (!take_number(cursor, 1, DIGITS_MOST, &number) || !take_fraction(cursor, ms) || !take(cursor, 'S'))
        return false;
    *sum += number + *ms / SECOND_MS;
    *ms %= SECOND_MS;
    return true;
}

/* All that stands behind the P. */
static bool
take_length(Cursor *cursor, int64_t *sum, int *ms)
{
    bool some = take_part(cursor, 'D', 24 * 60 * 60, sum);
    if (take(cursor, 'T')) {
        bool hours = take_part(cursor, 'H', 60 * 60, sum);
        bool minutes = take_part(cursor, 'M', 60, sum);
        bool seconds = cursor->at < cursor->text.len;
        if (seconds && !take_seconds(cursor, sum, ms))
            return false;
        some = hours || minutes || seconds;
    }
    return some && cursor->at == cursor->text.len;
}

bool
ods_time_duration(Text stored, Arena *arena, Text *out)
{
    Cursor cursor = {text_trim(stored), 0};
    int64_t sum = 0;
    int ms = 0;
    bool negative = take(&cursor, '-');
    if (!take(&cursor, 'P') || !take_length(&cursor, &sum, &ms))
        return false;
    *out = arena_printf(arena, "%s%02lld:%02lld:%02lld", negative && (sum > 0 || ms > 0) ? "-" : "",
                        (long long)(sum / 3600), (long long)(sum / 60 % 60), (long long)(sum % 60));
    if (ms > 0)
        *out = arena_printf(arena, "%" TEXT_FMT ".%03d", TEXT_ARG(*out), ms);
    return true;
}
