/* Dates, times and spans: what is printed reads back as the same moment; moments are those of timegm; a span ends after it begins. */
#include "texts.h"

#include <time.h>

#include "text/chinese.h"
#include "text/period.h"

enum { BEIJING = 480, MINUTE = 60, OFFSET_MOST = 14 * 60 };

static const Text pieces[] = {
    TEXT("2023"),  TEXT("1"),    TEXT("2"),  TEXT("0"),          TEXT("12"),     TEXT("30"),    TEXT("年"),
    TEXT("月"),    TEXT("日"),   TEXT("时"), TEXT("点"),         TEXT("分"),     TEXT("秒"),    TEXT("上午"),
    TEXT("下午"),  TEXT("T"),    TEXT("Z"),  TEXT("+"),          TEXT("08:00"),  TEXT("-"),     TEXT("/"),
    TEXT("."),     TEXT("："),   TEXT(":"),  TEXT(" "),          TEXT("２０"),   TEXT("至"),    TEXT("至今"),
    TEXT("起"),    TEXT("以来"), TEXT("～"), TEXT("二〇二三年"), TEXT("十二月"), TEXT("24:00"), TEXT("2023-06-12"),
    TEXT("15:00"), TEXT("份"),   TEXT("半"), TEXT("9999"),       TEXT("—"),      TEXT(".."),    TEXT("号")};

static int64_t
by_libc(const CalendarTime *time, int offset_minutes)
{
    struct tm parts = {.tm_year = time->year - 1900,
                       .tm_mon = time->month - 1,
                       .tm_mday = time->day,
                       .tm_hour = time->hour,
                       .tm_min = time->minute,
                       .tm_sec = time->second};
    return (int64_t)timegm(&parts) - (int64_t)(time->has_offset ? time->offset_minutes : offset_minutes) * MINUTE;
}

static bool
is_date(const CalendarTime *time)
{
    struct tm parts = {.tm_year = time->year - 1900, .tm_mon = time->month - 1, .tm_mday = time->day};
    timegm(&parts);
    return parts.tm_mon == time->month - 1 && parts.tm_mday == time->day;
}

static bool
same(const CalendarTime *left, const CalendarTime *right)
{
    return left->year == right->year && left->month == right->month && left->day == right->day &&
           left->hour == right->hour && left->minute == right->minute && left->second == right->second &&
           left->precision == right->precision && left->has_offset == right->has_offset &&
           left->offset_minutes == right->offset_minutes;
}

/* A moment in all its notations. */
static void
moment_reads_back(int64_t instant, int offset, Arena *arena)
{
    CalendarTime time;
    int64_t got;
    Err err = {0};
    Text iso = calendar_iso(instant, offset, arena);
    PROMISE(calendar_read(iso, &time) && time.has_offset && time.offset_minutes == offset);
    PROMISE(calendar_instant(&time, 0) == instant);
    PROMISE(calendar_option(iso.ptr, 0, &got, &err) && got == instant);
    PROMISE(calendar_read(calendar_chinese_time(instant, offset, arena), &time));
    PROMISE(calendar_instant(&time, offset) == instant);
    PROMISE(calendar_read(calendar_chinese_date(instant, offset, arena), &time));
    PROMISE(calendar_instant(&time, offset) <= instant && instant - calendar_instant(&time, offset) < 86400);
}

static void
time_reads_back(Text written, Arena *arena)
{
    CalendarTime time, again;
    if (!calendar_read(written, &time))
        return;
    PROMISE(is_date(&time) && time.hour <= 24 && time.minute < 60 && time.second < 60);
    PROMISE(calendar_read(calendar_text(&time, arena), &again) && same(&time, &again));
    int64_t instant = calendar_instant(&time, BEIJING);
    PROMISE(instant == by_libc(&time, BEIJING));
    if (time.year > 1000 && time.year < 9999) /* years of four digits, in every zone */
        moment_reads_back(instant, time.has_offset ? time.offset_minutes : BEIJING, arena);
}

static void
span_reads_back(Text written, Arena *arena)
{
    Period period;
    CalendarTime time;
    bool unclear = false;
    if (!period_read(written, arena, &period))
        return;
    Text text = period_text(&period, arena);
    PROMISE(calendar_read(texts_next(&text, '/'), &time) && same(&time, &period.from) && is_date(&time));
    PROMISE(!period.has_to || (calendar_read(text, &time) && same(&time, &period.to) && is_date(&time)));
    PROMISE(!period.has_to || calendar_instant(&period.from, 0) <= calendar_instant(&period.to, 0) ||
            period.to.precision < period.from.precision);
    PROMISE(!period.open || text_equal(text, TEXT("..")));
    if (period_read_date(written, arena, &time, &unclear))
        PROMISE(period.has_to || period.open || same(&time, &period.from));
}

static void
offset_reads_back(Text written)
{
    int offset = 0;
    if (calendar_read_offset(written, &offset))
        PROMISE(offset >= -24 * 60 && offset <= 24 * 60);
}

static void
any_text(Text written, Arena *arena)
{
    time_reads_back(written, arena);
    span_reads_back(written, arena);
    offset_reads_back(written);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    char *block = texts_block(bytes, len);
    Text written = {block, len};
    int64_t instant = 0;
    memcpy(&instant, bytes, len < sizeof instant ? len : sizeof instant);
    any_text(written, arena);
    any_text(texts_of_pieces(bytes, len, pieces, sizeof pieces / sizeof *pieces, arena), arena);
    moment_reads_back((instant & INT64_C(0xFFFFFFFF)), (int)(len % 29 * 60) - OFFSET_MOST, arena);
    free(block);
    arena_free(arena);
    return 0;
}
