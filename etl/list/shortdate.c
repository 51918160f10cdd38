#include "list/shortdate.h"

#include "rows/copybinary.h"
#include "text/period.h"

enum { WIDE = 3, DATE_BYTES = 10, MONTH_BYTES = 7, COMPACT_BYTES = 6 };

/* One or two digits at *at, which moves behind them; 0 for anything else. */
static inline unsigned
read_part(const char *bytes, size_t len, size_t *at)
{
    unsigned number = 0;
    for (int digits = 0; digits < 2 && *at < len && bytes[*at] >= '0' && bytes[*at] <= '9'; digits++)
        number = number * 10 + (unsigned)(bytes[(*at)++] - '0');
    return number;
}

static inline bool
take(Text raw, size_t *at, const char *sign, size_t len)
{
    if (raw.len - *at < len)
        return false;
    for (size_t i = 0; i < len; i++) {
        if (raw.ptr[*at + i] != sign[i])
            return false;
    }
    *at += len;
    return true;
}

static bool
is_day(unsigned year, unsigned month, unsigned day)
{
    static const unsigned char days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (year < 1 || month < 1 || month > 12 || day < 1)
        return false;
    return day <= days[month] + (month == 2 && leap ? 1U : 0U);
}

/* Year and month, and the day unless it is left out (0), with the sign between them: -, /, . or 年, 月 and 日; or 202103. 2021.3 may be a number. */
static inline bool
read_day(Text raw, unsigned *year, unsigned *month, unsigned *day)
{
    size_t at = 2;
    *day = 0;
    if (raw.len < sizeof "2021-3" - 1 || raw.ptr[0] < '0' || raw.ptr[0] > '9' || raw.ptr[1] < '0' || raw.ptr[1] > '9')
        return false;
    *year = (unsigned)(raw.ptr[0] - '0') * 1000 + (unsigned)(raw.ptr[1] - '0') * 100 + read_part(raw.ptr, raw.len, &at);
    if (at != 4 || at == raw.len)
        return false;
    char sign = raw.ptr[at];
    if (raw.len == COMPACT_BYTES && sign >= '0' && sign <= '9') {
        *month = read_part(raw.ptr, raw.len, &at);
        return at == raw.len && period_is_compact_year((int)*year);
    }
    bool chinese = take(raw, &at, "年", WIDE);
    if (!chinese && sign != '-' && sign != '/' && sign != '.')
        return false;
    at += !chinese;
    *month = read_part(raw.ptr, raw.len, &at);
    if (!chinese && at == raw.len)
        return sign != '.';
    if (!(chinese ? take(raw, &at, "月", WIDE) : take(raw, &at, &sign, 1)))
        return false;
    if (chinese && at == raw.len)
        return true;
    *day = read_part(raw.ptr, raw.len, &at);
    return *day > 0 && (!chinese || take(raw, &at, "日", WIDE)) && at == raw.len;
}

static inline void
write_digits(char *out, unsigned number, int count)
{
    while (count-- > 0) {
        out[count] = (char)('0' + number % 10);
        number /= 10;
    }
}

/* The digits at these places, or a number far too large where there is another character. */
static inline unsigned
digits_at(const char *bytes, int count)
{
    unsigned number = 0;
    for (int i = 0; i < count; i++) {
        unsigned digit = (unsigned)(unsigned char)bytes[i] - '0';
        number = digit > 9 ? UINT16_MAX : number * 10 + digit;
    }
    return number;
}

/* 2021-03-05, as it will stand in the database. */
static inline bool
is_iso(Text raw)
{
    if (raw.len != DATE_BYTES || raw.ptr[4] != '-' || raw.ptr[7] != '-')
        return false;
    unsigned year = digits_at(raw.ptr, 4);
    return year < 10000 && is_day(year, digits_at(raw.ptr + 5, 2), digits_at(raw.ptr + 8, 2));
}

bool
shortdate_write(Text raw, bool partial, char **at, bool *as_written)
{
    unsigned year;
    unsigned month;
    unsigned day;
    char iso[DATE_BYTES] = "0000-00-00";
    *as_written = is_iso(raw);
    if (*as_written) {
        *at = copybinary_text(*at, raw);
        return true;
    }
    if (!read_day(raw, &year, &month, &day) || !is_day(year, month, day > 0 ? day : 1) || (day == 0 && !partial))
        return false;
    size_t len = day > 0 ? DATE_BYTES : MONTH_BYTES;
    write_digits(iso, year, 4);
    write_digits(iso + 5, month, 2);
    write_digits(iso + 8, day, 2);
    *at = copybinary_text(*at, (Text){iso, len});
    *as_written = raw.len == len && memcmp(raw.ptr, iso, len) == 0;
    return true;
}
