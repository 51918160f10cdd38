#include "xlsx/xlsx_number.h"

#include <stdint.h>
#include <string.h>

enum {
    SIGNIFICANT = 15,
    EXPONENT_MAX = 400,
    DAY_MS = 86400000,
    DAYS_BEFORE_1970 = 25569,  /* serial of 1970-01-01 in the 1900 system */
    DAYS_1904 = 1462,          /* how far the 1904 system lies behind it */
    LAST_DAY = 2958465,        /* 9999-12-31 */
    LEAP_DAY_THAT_WAS_NOT = 60 /* 1900-02-29, kept from Lotus 1-2-3 */
};

static bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/*
 * Takes the digits and the point at the front of `text`; gives the offset behind them, or 0 where there is no digit.
 * Digits of a fraction beyond the room for them are left out: it is rounded long before.
 */
static size_t
read_digits(Text text, size_t at, XlsxNumber *out, bool *fits)
{
    bool seen = false, behind_point = false;
    int zeros = 0; /* not yet known to be inner ones */
    *fits = true;
    for (; at < text.len && (is_digit(text.ptr[at]) || (text.ptr[at] == '.' && !behind_point)); at++) {
        if (text.ptr[at] == '.') {
            behind_point = true;
            continue;
        }
        seen = true;
        bool leading = text.ptr[at] == '0' && out->digit_count == 0;
        out->point += leading ? -behind_point : !behind_point;
        if (leading)
            continue;
        if (text.ptr[at] == '0') {
            zeros++;
            continue;
        }
        if (out->digit_count + zeros >= XLSX_NUMBER_DIGITS) {
            *fits = *fits && behind_point;
            continue;
        }
        memset(out->digits + out->digit_count, '0', (size_t)zeros);
        out->digit_count += zeros;
        out->digits[out->digit_count++] = text.ptr[at];
        zeros = 0;
    }
    return seen ? at : 0;
}

static bool
read_exponent(Text text, size_t at, int *exponent)
{
    *exponent = 0;
    if (at == text.len)
        return true;
    if (text.ptr[at] != 'e' && text.ptr[at] != 'E')
        return false;
    at++;
    bool negative = at < text.len && text.ptr[at] == '-';
    if (at < text.len && (text.ptr[at] == '-' || text.ptr[at] == '+'))
        at++;
    if (at == text.len)
        return false;
    for (; at < text.len && is_digit(text.ptr[at]) && *exponent <= EXPONENT_MAX; at++)
        *exponent = *exponent * 10 + (text.ptr[at] - '0');
    *exponent = negative ? -*exponent : *exponent;
    return at == text.len;
}

/* To 15 significant digits, half away from zero. */
static void
round_digits(XlsxNumber *number)
{
    int keep = SIGNIFICANT;
    if (number->digit_count <= keep)
        return;
    bool up = number->digits[keep] >= '5';
    while (up && keep > 0 && number->digits[keep - 1] == '9')
        keep--;
    number->digit_count = keep;
    if (up && keep == 0) {
        number->digits[number->digit_count++] = '1';
        number->point++;
    } else if (up) {
        number->digits[keep - 1]++;
    }
    while (number->digit_count > 0 && number->digits[number->digit_count - 1] == '0')
        number->digit_count--;
}

bool
xlsx_number_read(Text stored, XlsxNumber *out)
{
    Text text = text_trim(stored);
    int exponent;
    bool fits;
    *out = (XlsxNumber){0};
    size_t at = text.len > 0 && (text.ptr[0] == '-' || text.ptr[0] == '+') ? 1 : 0;
    out->negative = at > 0 && text.ptr[0] == '-';
    at = read_digits(text, at, out, &fits);
    if (at == 0 || !fits || !read_exponent(text, at, &exponent))
        return false;
    out->point += exponent;
    if (out->digit_count == 0) {
        *out = (XlsxNumber){0};
        return true;
    }
    if (out->point > EXPONENT_MAX || out->point < -EXPONENT_MAX)
        return false;
    out->is_long = out->point > SIGNIFICANT;
    if (!out->is_long)
        round_digits(out);
    return true;
}

static int
compare_sizes(const XlsxNumber *left, const XlsxNumber *right)
{
    if (left->digit_count == 0 || right->digit_count == 0)
        return left->digit_count - right->digit_count;
    if (left->point != right->point)
        return left->point - right->point;
    int common = left->digit_count < right->digit_count ? left->digit_count : right->digit_count;
    int order = memcmp(left->digits, right->digits, (size_t)common);
    return order != 0 ? order : left->digit_count - right->digit_count;
}

int
xlsx_number_compare(const XlsxNumber *left, const XlsxNumber *right)
{
    if (left->negative != right->negative)
        return left->negative ? -1 : 1;
    return left->negative ? compare_sizes(right, left) : compare_sizes(left, right);
}

static char
digit_at(const XlsxNumber *number, int position)
{
    return position >= 0 && position < number->digit_count ? number->digits[position] : '0';
}

/* Digits with the point moved by `shift`, and `suffix` behind. */
static Text
write_plain(const XlsxNumber *number, int shift, Text suffix, Arena *arena)
{
    int point = number->digit_count > 0 ? number->point + shift : 0;
    size_t whole = point > 0 ? (size_t)point : 1;
    size_t part = number->digit_count > point ? (size_t)(number->digit_count - point) : 0;
    char *text = arena_alloc(arena, whole + part + suffix.len + 3);
    size_t len = 0;
    if (number->negative)
        text[len++] = '-';
    if (point <= 0)
        text[len++] = '0';
    for (int i = 0; i < point; i++)
        text[len++] = digit_at(number, i);
    if (number->digit_count > point) {
        text[len++] = '.';
        for (int i = point; i < number->digit_count; i++)
            text[len++] = digit_at(number, i);
    }
    memcpy(text + len, suffix.ptr, suffix.len);
    return (Text){text, len + suffix.len};
}

Text
xlsx_number_text(const XlsxNumber *number, Arena *arena)
{
    return write_plain(number, 0, TEXT(""), arena);
}

Text
xlsx_number_percent(const XlsxNumber *number, Arena *arena)
{
    return write_plain(number, 2, TEXT("%"), arena);
}

/* The number in thousandths of a second where its unit is a day, rounded; false beyond the calendar. */
static bool
milliseconds(const XlsxNumber *number, int64_t *out)
{
    enum { FRACTION_DIGITS = 12 };
    if (number->negative || number->point > 7)
        return false;
    int64_t days = 0;
    unsigned __int128 fraction = 0, scale = 1;
    for (int i = 0; i < number->point; i++)
        days = days * 10 + (digit_at(number, i) - '0');
    for (int i = 0; i < FRACTION_DIGITS; i++, scale *= 10)
        fraction = fraction * 10 + (unsigned)(digit_at(number, number->point + i) - '0');
    *out = days * DAY_MS + (int64_t)((fraction * DAY_MS + scale / 2) / scale);
    return *out < (int64_t)(LAST_DAY + 1) * DAY_MS;
}

static Text
clock_text(int64_t ms, Arena *arena)
{
    int64_t second = ms / 1000;
    Text text = arena_printf(arena, "%02lld:%02lld:%02lld", (long long)(second / 3600), (long long)(second / 60 % 60),
                             (long long)(second % 60));
    if (ms % 1000 == 0)
        return text;
    return arena_printf(arena, "%" TEXT_FMT ".%03d", TEXT_ARG(text), (int)(ms % 1000));
}

/* Days since 1970-01-01 to a date, after Hinnant, "chrono-compatible low-level date algorithms". */
static Text
date_text(int64_t days, Arena *arena)
{
    int64_t shifted = days + 719468;
    int64_t era = shifted / 146097;
    int64_t day_of_era = shifted - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_from_march = (5 * day_of_year + 2) / 153;
    int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    int64_t year = year_of_era + era * 400 + (month <= 2);
    return arena_printf(arena, "%04lld-%02lld-%02lld", (long long)year, (long long)month, (long long)day);
}

/* The serial's day as days since 1970; false for the days that the 1900 system invents. */
static bool
calendar_day(int64_t serial, bool date1904, int64_t *days)
{
    if (!date1904 && (serial == LEAP_DAY_THAT_WAS_NOT || serial < 1))
        return false;
    if (date1904)
        serial += DAYS_1904;
    else if (serial < LEAP_DAY_THAT_WAS_NOT)
        serial++;
    *days = serial - DAYS_BEFORE_1970;
    return serial <= LAST_DAY;
}

bool
xlsx_number_date(const XlsxNumber *number, XlsxFormat format, bool date1904, Arena *arena, Text *out, const char **word)
{
    int64_t ms, days;
    if (!milliseconds(number, &ms))
        return false;
    bool below_a_day = ms < DAY_MS && (!date1904 || format == XLSX_TIME) && (ms > 0 || format == XLSX_TIME);
    if (format == XLSX_ELAPSED || below_a_day) {
        *word = "time";
        *out = clock_text(ms, arena);
        return true;
    }
    if (!calendar_day(ms / DAY_MS, date1904, &days))
        return false;
    *word = "date";
    *out = date_text(days, arena);
    if (format != XLSX_DATE || ms % DAY_MS != 0)
        *out =
            arena_printf(arena, "%" TEXT_FMT "T%" TEXT_FMT, TEXT_ARG(*out), TEXT_ARG(clock_text(ms % DAY_MS, arena)));
    return true;
}
