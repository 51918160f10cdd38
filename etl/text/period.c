#include "text/period.h"

#include "text/chinese.h"
#include "text/halfwidth.h"

/* Two dates in words with blanks between them take less than PERIOD_BYTES. */
enum {
    COMPACT = sizeof "202205" - 1,
    DOTTED_LONG = sizeof "2019.10" - 1,
    DOTTED_SHORT = sizeof "2019.1" - 1,
    PERIOD_BYTES = 512
};

static bool
all_digits(Text text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    }
    return text.len > 0;
}

/* 2019.5: a month, which calendar_read leaves open, since a number cell writes 2019.10 as 2019.1. */
static bool
read_dotted_month(Text text, Arena *arena, CalendarTime *out, bool *unclear)
{
    if ((text.len != DOTTED_SHORT && text.len != DOTTED_LONG) || text.ptr[4] != '.')
        return false;
    Text year = text_sub(text, 0, 4);
    Text month = text_sub(text, 5, text.len);
    if (!all_digits(year) || !all_digits(month))
        return false;
    *unclear = text_equal(month, TEXT("1"));
    return calendar_read(arena_printf(arena, "%" TEXT_FMT "-%" TEXT_FMT, TEXT_ARG(year), TEXT_ARG(month)), out);
}

bool
period_is_compact_year(int year)
{
    return (year >= 1949 && year <= 2000) || (year >= 2013 && year <= 2100);
}

/* 202205 */
static bool
read_compact_month(Text text, Arena *arena, CalendarTime *out)
{
    if (text.len != COMPACT || !all_digits(text))
        return false;
    Text spelt = arena_printf(arena, "%.4s-%.2s", text.ptr, text.ptr + 4);
    return calendar_read(spelt, out) && period_is_compact_year(out->year);
}

/* 2019年5月份, 2019年度, 2019.5. */
static Text
without_end(Text text)
{
    if (text_ends_with(text, TEXT("月份")) || text_ends_with(text, TEXT("年度")))
        text.len -= TEXT("份").len;
    else if (text_ends_with(text, TEXT(".")))
        text.len--;
    return text;
}

bool
period_read_date(Text text, Arena *arena, CalendarTime *out, bool *unclear)
{
    Text written = without_end(text_trim(halfwidth_text(text, arena)));
    *unclear = false;
    if (calendar_read(written, out) || read_compact_month(written, arena, out))
        return true;
    Text chinese = chinese_date(written, arena);
    if (chinese.len > 0)
        return calendar_read(chinese, out);
    return read_dotted_month(written, arena, out, unclear);
}

static bool
read_day(Text text, Arena *arena, CalendarTime *out, bool *unclear)
{
    bool one = false;
    bool read = period_read_date(text, arena, out, &one) && out->precision <= CALENDAR_DAY;
    *unclear = *unclear || (read && one);
    return read;
}

/* The 8月 of 2019年5月-8月, and the 8日 of 2019年5月1日-8日. */
static bool
read_shortened(Text text, Arena *arena, const CalendarTime *from, CalendarTime *out, bool *unclear)
{
    bool month = text_find(text, TEXT("月"), 0) != SIZE_MAX;
    bool day = text_ends_with(text, TEXT("日"));
    if (month && from->precision >= CALENDAR_MONTH)
        return read_day(arena_printf(arena, "%d年%" TEXT_FMT, from->year, TEXT_ARG(text)), arena, out, unclear);
    if (day && from->precision == CALENDAR_DAY)
        return read_day(arena_printf(arena, "%d年%d月%" TEXT_FMT, from->year, from->month, TEXT_ARG(text)), arena, out,
                        unclear);
    return false;
}

/* ".." is what period_text writes. */
static bool
is_now(Text text)
{
    static const char *const words[] = {"今", "至今", "现在", "目前", "今日", ".."};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text_equal(text, text_of(words[i])))
            return true;
    }
    return false;
}

static bool
ends_before(const Period *period)
{
    const CalendarTime *from = &period->from;
    const CalendarTime *to = &period->to;
    CalendarPrecision common = from->precision < to->precision ? from->precision : to->precision;
    if (from->year != to->year || common == CALENDAR_YEAR)
        return to->year < from->year;
    if (from->month != to->month || common == CALENDAR_MONTH)
        return to->month < from->month;
    return to->day < from->day;
}

static bool
read_two(Text left, Text right, Arena *arena, Period *out)
{
    *out = (Period){.open = is_now(right)};
    if (!read_day(left, arena, &out->from, &out->unclear))
        return false;
    out->has_to = !out->open;
    if (out->open)
        return true;
    bool read = read_day(right, arena, &out->to, &out->unclear) ||
                read_shortened(right, arena, &out->from, &out->to, &out->unclear);
    return read && !ends_before(out);
}

static size_t
joint_at(Text text, size_t at)
{
    static const char *const joints[] = {"---", "--", "-", "至", "到", "~", "〜", "/"};
    Text from = text_sub(text, at, text.len);
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++) {
        if (text_starts_with(from, text_of(joints[i])))
            return text_of(joints[i]).len;
    }
    return 0;
}

/* A hyphen also stands inside dates: the joint is where both sides are dates. */
static bool
read_joined(Text text, Arena *arena, Period *out)
{
    if (text.len > PERIOD_BYTES)
        return false;
    for (size_t at = 1; at < text.len; at++) {
        size_t joint = joint_at(text, at);
        Text left = text_trim(text_sub(text, 0, at));
        Text right = text_trim(text_sub(text, at + joint, text.len));
        if (joint > 0 && read_two(left, right, arena, out))
            return true;
    }
    return false;
}

static bool
drop_end(Text *text, Text end)
{
    if (!text_ends_with(*text, end))
        return false;
    text->len -= end.len;
    *text = text_trim(*text);
    return true;
}

bool
period_read(Text text, Arena *arena, Period *out)
{
    Text written = text_trim(halfwidth_text(text, arena));
    *out = (Period){.open = false};
    if (read_day(written, arena, &out->from, &out->unclear))
        return true;
    if (text_starts_with(written, TEXT("自")) || text_starts_with(written, TEXT("从")))
        written = text_trim(text_sub(written, TEXT("自").len, written.len));
    drop_end(&written, TEXT("止"));
    if (read_joined(written, arena, out))
        return true;
    *out = (Period){.open = true};
    bool since = drop_end(&written, TEXT("以来")) || drop_end(&written, TEXT("开始")) || drop_end(&written, TEXT("起"));
    return since && read_day(written, arena, &out->from, &out->unclear);
}

Text
period_text(const Period *period, Arena *arena)
{
    Text from = calendar_text(&period->from, arena);
    if (period->open)
        return arena_printf(arena, "%" TEXT_FMT "/..", TEXT_ARG(from));
    if (!period->has_to)
        return from;
    Text to = calendar_text(&period->to, arena);
    return arena_printf(arena, "%" TEXT_FMT "/%" TEXT_FMT, TEXT_ARG(from), TEXT_ARG(to));
}
