#include "text/calendar.h"

#include "text/halfwidth.h"

enum { WRITTEN_MAX = 128 };

/* Steps through what was written, already in half width. */
typedef struct Scan {
    Text text;
    size_t at;
} Scan;

static bool
take(Scan *scan, Text wanted)
{
    if (!text_starts_with(text_sub(scan->text, scan->at, SIZE_MAX), wanted))
        return false;
    scan->at += wanted.len;
    return true;
}

static void
skip_blanks(Scan *scan)
{
    while (take(scan, TEXT(" ")) || take(scan, TEXT("\t")) || take(scan, TEXT("\n")) || take(scan, TEXT("\r")))
        continue;
}

static bool
at_end(const Scan *scan)
{
    return scan->at == scan->text.len;
}

/* From `least` to `most` digits, no digit behind them. */
static bool
take_number(Scan *scan, int least, int most, int *number)
{
    int count = 0;

    *number = 0;
    while (scan->at < scan->text.len && scan->text.ptr[scan->at] >= '0' && scan->text.ptr[scan->at] <= '9') {
        if (++count > most)
            return false;
        *number = *number * 10 + (scan->text.ptr[scan->at++] - '0');
    }
    return count >= least;
}

static bool
is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* 20220318 */
static bool
read_compact_date(Scan *scan, CalendarTime *out)
{
    Scan ahead = *scan;
    int number;

    if (!take_number(&ahead, 8, 8, &number))
        return false;
    out->year = number / 10000;
    out->month = number / 100 % 100;
    out->day = number % 100;
    out->precision = CALENDAR_DAY;
    *scan = ahead;
    return true;
}

/* Behind the year: 3月18日, 3月, or nothing. */
static bool
read_chinese_date(Scan *scan, CalendarTime *out)
{
    skip_blanks(scan);
    if (at_end(scan))
        return true;
    if (!take_number(scan, 1, 2, &out->month))
        return false;
    skip_blanks(scan);
    if (!take(scan, TEXT("月")))
        return false;
    out->precision = CALENDAR_MONTH;
    skip_blanks(scan);
    if (at_end(scan))
        return true;
    out->precision = CALENDAR_DAY;
    if (!take_number(scan, 1, 2, &out->day))
        return false;
    skip_blanks(scan);
    return take(scan, TEXT("日")) || take(scan, TEXT("号"));
}

/* Behind year and separator: 3-18 or 3. A lone "2022.3" is refused, since it may be a number cell's 2022.30. */
static bool
read_separated_date(Scan *scan, Text separator, CalendarTime *out)
{
    if (!take_number(scan, 1, 2, &out->month))
        return false;
    out->precision = CALENDAR_MONTH;
    if (at_end(scan))
        return !text_equal(separator, TEXT("."));
    out->precision = CALENDAR_DAY;
    return take(scan, separator) && take_number(scan, 1, 2, &out->day);
}

static bool
read_date(Scan *scan, CalendarTime *out)
{
    static const Text separators[] = {TEXT("-"), TEXT("/"), TEXT(".")};

    if (read_compact_date(scan, out))
        return true;
    if (!take_number(scan, 4, 4, &out->year))
        return false;
    out->precision = CALENDAR_YEAR;
    if (at_end(scan))
        return true;
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        if (take(scan, separators[i]))
            return read_separated_date(scan, separators[i], out);
    }
    skip_blanks(scan);
    return take(scan, TEXT("年")) && read_chinese_date(scan, out);
}

/* What a word for a part of the day may mean, in hours of the 24-hour clock: fewer than would hold an hour twice. */
typedef struct DayPart {
    Text word;
    int first, last;
} DayPart;

/* 上午12点 is noon to people and midnight to a spreadsheet, 晚上1点 may be of either day: neither is in its part. */
static const DayPart *
take_day_part(Scan *scan)
{
    static const DayPart parts[] = {
        {TEXT("凌晨"), 0, 6},   {TEXT("早上"), 1, 11},  {TEXT("上午"), 1, 11}, {TEXT("中午"), 10, 14},
        {TEXT("下午"), 12, 23}, {TEXT("晚上"), 17, 24}, {TEXT("晚"), 17, 24},  {TEXT("夜里"), 20, 24},
    };

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (take(scan, parts[i].word))
            return &parts[i];
    }
    return NULL;
}

/* The hour as written, or half a day from it, whichever is in that part: 下午3点 is 15:00, 凌晨12点 the beginning of the
 * day, 晚上12点 its end. False where none is. */
static bool
settle_hour(const DayPart *part, int *hour)
{
    for (int shift = *hour == 12 ? -12 : 0; shift <= (*hour == 0 ? 0 : 12); shift += 12) {
        if (*hour + shift >= part->first && *hour + shift <= part->last) {
            *hour += shift;
            return true;
        }
    }
    return false;
}

/* 30分05秒, 30分, 半, 整 or nothing, behind 时 or 点. */
static bool
read_chinese_minutes(Scan *scan, CalendarTime *out)
{
    if (take(scan, TEXT("整")))
        return true;
    if (take(scan, TEXT("半"))) {
        out->minute = 30;
        return true;
    }
    if (scan->at == scan->text.len || scan->text.ptr[scan->at] < '0' || scan->text.ptr[scan->at] > '9')
        return true;
    if (!take_number(scan, 1, 2, &out->minute))
        return false;
    if (!take(scan, TEXT("分")) || at_end(scan))
        return true;
    out->precision = CALENDAR_SECOND;
    return take_number(scan, 1, 2, &out->second) && take(scan, TEXT("秒"));
}

/* A fraction of a second is passed over: instants are whole seconds. */
static bool
read_clock_minutes(Scan *scan, CalendarTime *out)
{
    int fraction;

    if (!take_number(scan, 2, 2, &out->minute))
        return false;
    if (!take(scan, TEXT(":")))
        return true;
    out->precision = CALENDAR_SECOND;
    if (!take_number(scan, 2, 2, &out->second))
        return false;
    return !take(scan, TEXT(".")) || take_number(scan, 1, 9, &fraction);
}

static bool
read_time(Scan *scan, CalendarTime *out)
{
    const DayPart *part = take_day_part(scan);
    bool ok;

    skip_blanks(scan);
    out->precision = CALENDAR_MINUTE;
    if (!take_number(scan, 1, 2, &out->hour))
        return false;
    if (take(scan, TEXT(":")))
        ok = read_clock_minutes(scan, out);
    else
        ok = (take(scan, TEXT("时")) || take(scan, TEXT("点"))) && read_chinese_minutes(scan, out);
    return ok && (part == NULL || settle_hour(part, &out->hour));
}

/* Z, +08:00, +0800, +08 */
static bool
read_offset(Scan *scan, int *offset_minutes)
{
    bool negative = false;
    int hours, minutes = 0;

    *offset_minutes = 0;
    if (take(scan, TEXT("Z")) || take(scan, TEXT("z")))
        return true;
    if (!take(scan, TEXT("+"))) {
        if (!take(scan, TEXT("-")))
            return false;
        negative = true;
    }
    if (text_find(text_sub(scan->text, scan->at, SIZE_MAX), TEXT(":"), 0) == SIZE_MAX &&
        scan->text.len - scan->at == 4) {
        if (!take_number(scan, 4, 4, &hours))
            return false;
        minutes = hours % 100;
        hours /= 100;
    } else if (!take_number(scan, 2, 2, &hours) || (take(scan, TEXT(":")) && !take_number(scan, 2, 2, &minutes))) {
        return false;
    }
    *offset_minutes = (hours * 60 + minutes) * (negative ? -1 : 1);
    return hours <= 14 && minutes < 60;
}

static bool
is_possible(const CalendarTime *time)
{
    if (time->year < 1 || time->month < 1 || time->month > 12 || time->day < 1 ||
        time->day > days_in_month(time->year, time->month))
        return false;
    if (time->minute > 59 || time->second > 59)
        return false;
    return time->hour < 24 || (time->hour == 24 && time->minute == 0 && time->second == 0);
}

/* Behind the date: blanks or T, a time, blanks, an offset. */
static bool
read_rest(Scan *scan, CalendarTime *out)
{
    skip_blanks(scan);
    if (at_end(scan))
        return true;
    if (out->precision != CALENDAR_DAY)
        return false;
    if (!take(scan, TEXT("T")))
        take(scan, TEXT("t"));
    if (!read_time(scan, out))
        return false;
    skip_blanks(scan);
    if (at_end(scan))
        return true;
    out->has_offset = read_offset(scan, &out->offset_minutes);
    skip_blanks(scan);
    return out->has_offset && at_end(scan);
}

bool
calendar_read(Text text, CalendarTime *out)
{
    char written[WRITTEN_MAX];
    Scan scan = {.at = 0};
    size_t len;

    if (!halfwidth_copy(text, written, sizeof written, &len))
        return false;
    scan.text = text_trim((Text){written, len});
    *out = (CalendarTime){.month = 1, .day = 1};
    return read_date(&scan, out) && read_rest(&scan, out) && is_possible(out);
}

bool
calendar_read_offset(Text text, int *offset_minutes)
{
    Scan scan = {.text = text};

    return read_offset(&scan, offset_minutes) && at_end(&scan);
}
