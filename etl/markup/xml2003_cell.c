#include "markup/xml2003_cell.h"

#include "text/calendar.h"

enum {
    DATE_LEN = 10, /* YYYY-MM-DD */
    FRACTION_MAX = 3,
    HOURS_MOST = 9999,
    DAY_SECONDS = 86400,
    DAYS_TO_1970 = 25569,             /* serial of 1970-01-01 in the 1900 system, */
    DAYS_TO_1970_IN_1904 = 24107,     /* in the 1904 system, */
    DAYS_TO_1970_BEFORE_LEAP = 25568, /* and as days up to 28 February 1900 count: that system has a 29th */
    FIRST_OF_MARCH_1900 = -25508      /* days from 1970 */
};

typedef struct Stamp {
    int64_t day; /* from 1970 */
    int64_t millisecond;
    size_t whole_len; /* of the text without a fraction of a second */
} Stamp;

static bool
read_date(Text text, int64_t *day)
{
    CalendarTime time;
    if (text.len < DATE_LEN || text.ptr[4] != '-' || text.ptr[7] != '-' || !calendar_read(text, &time) ||
        time.precision != CALENDAR_DAY)
        return false;
    int64_t second = calendar_instant(&time, 0);
    *day = (second - (second % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS) / DAY_SECONDS;
    return true;
}

/* "14:30:00" or "14:30:00.000" */
static bool
read_clock(Text text, Stamp *stamp)
{
    uint64_t hours, minutes, seconds, thousandths = 0;
    size_t colon = text_find(text, TEXT(":"), 0);
    if (colon == SIZE_MAX || colon + 6 > text.len || text.ptr[colon + 3] != ':' ||
        !text_read_count(text_sub(text, 0, colon), &hours) ||
        !text_read_count(text_sub(text, colon + 1, 2), &minutes) ||
        !text_read_count(text_sub(text, colon + 4, 2), &seconds) || hours > HOURS_MOST || minutes > 59 || seconds > 59)
        return false;
    Text fraction = text_sub(text, colon + 6, text.len);
    if (fraction.len > 0 && (fraction.ptr[0] != '.' || fraction.len > FRACTION_MAX + 1 ||
                             !text_read_count(text_sub(fraction, 1, FRACTION_MAX), &thousandths)))
        return false;
    for (size_t digits = fraction.len > 0 ? fraction.len - 1 : FRACTION_MAX; digits < FRACTION_MAX; digits++)
        thousandths *= 10;
    stamp->millisecond = (int64_t)(((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths);
    stamp->whole_len = DATE_LEN + 1 + colon + 6;
    return true;
}

/* "1899-12-31T14:30:00.000" */
static bool
read_stamp(Text text, Stamp *stamp)
{
    return text.len > DATE_LEN && text.ptr[DATE_LEN] == 'T' && read_date(text_sub(text, 0, DATE_LEN), &stamp->day) &&
           read_clock(text_sub(text, DATE_LEN + 1, text.len), stamp);
}

static int64_t
serial_day(const Stamp *stamp, bool date1904)
{
    if (date1904)
        return stamp->day + DAYS_TO_1970_IN_1904;
    return stamp->day + (stamp->day >= FIRST_OF_MARCH_1900 ? DAYS_TO_1970 : DAYS_TO_1970_BEFORE_LEAP);
}

/* A serial number: days, and the time of day as a fraction to a tenth of a millisecond and finer. */
static Text
serial_text(int64_t day, int64_t millisecond, Arena *arena)
{
    static const int64_t scale = 1000000000000, day_ms = (int64_t)DAY_SECONDS * 1000;
    day += millisecond / day_ms;
    int64_t fraction = (int64_t)(((__int128)(millisecond % day_ms) * scale + day_ms / 2) / day_ms);
    return arena_printf(arena, "%lld.%012lld", (long long)day, (long long)fraction);
}

/* How the cell's style shows that serial number. */
static XlsxFormat
format_of(const Xml2003Book *book, const XlsxCell *cell, Text serial)
{
    XlsxNumber number;
    bool known = xlsx_number_read(serial, &number);
    return known ? xlsx_styles_format(&book->shared.styles, cell->style, &number) : XLSX_PLAIN;
}

static bool
set_time(const Xml2003Book *book, Text text, XlsxCell *cell)
{
    Stamp stamp;
    Text written = text_trim(text);
    if (!read_stamp(written, &stamp))
        return false;
    int64_t day = serial_day(&stamp, book->shared.date1904);
    bool elapsed = stamp.millisecond >= (int64_t)DAY_SECONDS * 1000;
    if (elapsed && day != 0)
        return false;
    if (elapsed)
        cell->style = book->styles.elapsed;
    Text serial = serial_text(day, stamp.millisecond, book->shared.sink->row);
    XlsxFormat format = format_of(book, cell, serial);
    bool by_format = day >= 0 && format != XLSX_PLAIN && format != XLSX_PERCENT;
    cell->type = by_format ? XLSX_NUMBER : XLSX_ISO_DATE;
    cell->stored = by_format ? serial : stamp.millisecond % 1000 == 0 ? text_sub(written, 0, stamp.whole_len) : written;
    return true;
}

static bool
set_boolean(Text text, XlsxCell *cell)
{
    cell->type = XLSX_BOOLEAN;
    cell->stored = text_trim(text);
    return text_equal(cell->stored, TEXT("0")) || text_equal(cell->stored, TEXT("1"));
}

bool
xml2003_cell_set(const Xml2003Book *book, Text type, Text text, XlsxCell *cell)
{
    cell->stored = text;
    if (text_equal(type, TEXT("String")))
        cell->type = XLSX_INLINE;
    else if (text_equal(type, TEXT("Number")))
        cell->type = XLSX_NUMBER;
    else if (text_equal(type, TEXT("Error")))
        cell->type = XLSX_ERROR;
    else if (text_equal(type, TEXT("Boolean")))
        return set_boolean(text, cell);
    else
        return text_equal(type, TEXT("DateTime")) && set_time(book, text, cell);
    return true;
}
