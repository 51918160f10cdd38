#include "text/datehint.h"

#include <inttypes.h>

#include "text/calendar.h"
#include "text/halfwidth.h"

enum {
    DAYS_TO_1970 = 25569, /* the serial number of 1970-01-01 */
    FIRST_SERIAL = 21916, /* of 1960; 20225 may be May of 2022 */
    LAST_SERIAL = 73415,  /* of 2100 */
    SECONDS_A_DAY = 24 * 60 * 60,
    DAY_BYTES = sizeof "2022-05-01" - 1,
    COMPACT = sizeof "201003" - 1,
    NAMED = sizeof "Oct-22" - 1,
    LATEST_SHORT_YEAR = 29 /* a spreadsheet takes 30 for 1930 */
};

Text
datehint_serial(Text text, Arena *arena)
{
    Text written = text_trim(halfwidth_text(text, arena));
    size_t point = text_find(written, TEXT("."), 0);
    Text fraction = point == SIZE_MAX ? TEXT("0") : text_sub(written, point + 1, written.len);
    uint64_t serial;
    uint64_t below;
    if (!text_read_count(text_sub(written, 0, point == SIZE_MAX ? written.len : point), &serial) ||
        !text_read_count(fraction, &below) || serial < FIRST_SERIAL || serial > LAST_SERIAL)
        return TEXT_NONE;
    int64_t instant = ((int64_t)serial - DAYS_TO_1970) * SECONDS_A_DAY;
    return text_sub(calendar_iso(instant, 0, arena), 0, DAY_BYTES);
}

static bool
is_date(Text text)
{
    CalendarTime time;
    return calendar_read(text, &time);
}

/* 201003: of the years 2001 to 2012, whose last digits may be a month of 2020 (text/period.h). */
static bool
two_of_digits(Text text, Arena *arena, Text *one, Text *other)
{
    uint64_t number;
    if (text.len != COMPACT || !text_read_count(text, &number) || number < 200101 || number > 201212)
        return false;
    *one = arena_printf(arena, "%.4s-%.2s", text.ptr, text.ptr + 4);
    *other = arena_printf(arena, "20%.2s-%.2s-%.2s", text.ptr, text.ptr + 2, text.ptr + 4);
    return is_date(*one);
}

/* 1 to 12; 0 for no month's name. */
static int
month_named(Text name)
{
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (int month = 0; month < 12; month++) {
        bool same = true;
        for (int i = 0; i < 3; i++)
            same = same && (name.ptr[i] | 0x20) == names[month * 3 + i];
        if (same)
            return month + 1;
    }
    return 0;
}

/* Oct-22 */
static bool
two_of_name(Text text, Arena *arena, Text *one, Text *other)
{
    uint64_t number;
    if (text.len != NAMED || text.ptr[3] != '-' || !text_read_count(text_sub(text, 4, text.len), &number))
        return false;
    int month = month_named(text);
    if (month == 0 || number < 1 || number > LATEST_SHORT_YEAR)
        return false;
    *one = arena_printf(arena, "20%02d-%02d", (int)number, month);
    *other = arena_printf(arena, "%d月%d日", month, (int)number);
    return true;
}

bool
datehint_two(Text text, Arena *arena, Text *one, Text *other)
{
    Text written = text_trim(halfwidth_text(text, arena));
    return two_of_digits(written, arena, one, other) || two_of_name(written, arena, one, other);
}
