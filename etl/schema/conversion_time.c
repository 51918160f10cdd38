#include "schema/conversion.h"

#include "text/calendar.h"
#include "text/datehint.h"
#include "text/decimal.h"
#include "text/fold.h"
#include "text/numeral.h"
#include "text/period.h"

enum { FIRST_YEAR = 1949, LAST_YEAR = 2100 };

void
conversion_sequence(Conversion *conversion)
{
    Decimal number;
    if (numeral_ordinal(conversion->clean, conversion->converter->arena, &number)) {
        conversion_set_number(conversion, &number);
        return;
    }
    conversion_set_text(conversion, conversion->clean);
    conversion_report(conversion, false, "sequence_bad", conversion->clean, TEXT("从1起的整数"));
}

/* What is no date: a spreadsheet's number for one, what may be two, or nothing of the kind. */
static void
refuse_date(Conversion *conversion, Text expected)
{
    Arena *arena = conversion->converter->arena;
    Text day = datehint_serial(conversion->clean, arena);
    Text one;
    Text other;
    if (day.len > 0)
        conversion_refuse(conversion, "date_serial", day, expected);
    else if (datehint_two(conversion->clean, arena, &one, &other))
        conversion_refuse(conversion, "date_unclear", one, other);
    else
        conversion_refuse(conversion, "date_bad", TEXT_NONE, expected);
}

void
conversion_time(Conversion *conversion)
{
    CalendarTime time;
    if (!calendar_read(conversion->clean, &time) || time.precision < CALENDAR_DAY) {
        refuse_date(conversion, TEXT("日期和24小时制的时间，如2023-06-12 15:00（不写上午、下午、晚上）"));
        return;
    }
    conversion_set_text(conversion, calendar_text(&time, conversion->converter->arena));
}

/* 2019.1 is read as January, and may be what a spreadsheet left of 2019.10. */
static void
warn_if_unclear(const Conversion *conversion, bool unclear)
{
    if (unclear)
        conversion_report(conversion, false, "date_month_unclear", conversion->cell.text, TEXT("10月"));
}

void
conversion_date(Conversion *conversion)
{
    Arena *arena = conversion->converter->arena;
    bool partial = conversion->field->partial;
    CalendarTime time;
    bool unclear = false;
    if (!period_read_date(conversion->clean, arena, &time, &unclear) || (!partial && time.precision < CALENDAR_DAY)) {
        Text expected = partial ? TEXT("年月日，或者年月、年份，如2009-03") : TEXT("年月日，如2023-06-12");
        refuse_date(conversion, expected);
        return;
    }
    conversion_set_text(conversion, calendar_text(&time, arena));
    warn_if_unclear(conversion, unclear);
}

void
conversion_period(Conversion *conversion)
{
    Arena *arena = conversion->converter->arena;
    Period period;
    if (!period_read(conversion->clean, arena, &period)) {
        refuse_date(conversion, TEXT("起止年月，如2019年5月至2020年6月"));
        return;
    }
    conversion_set_text(conversion, period_text(&period, arena));
    warn_if_unclear(conversion, period.unclear);
}

void
conversion_year(Conversion *conversion)
{
    Arena *arena = conversion->converter->arena;
    Text year = fold_key(conversion->clean, arena);
    CalendarTime time;
    if (text_ends_with(year, TEXT("年度")))
        year.len -= TEXT("度").len;
    if (!calendar_read(year, &time) || time.precision != CALENDAR_YEAR || time.year < FIRST_YEAR ||
        time.year > LAST_YEAR) {
        conversion_refuse(conversion, "date_bad", TEXT_NONE, TEXT("四位年份，如2022"));
        return;
    }
    conversion->cell.state = TEXT("number");
    conversion->cell.value = arena_printf(arena, "%d", time.year);
    conversion_set_text(conversion, conversion->cell.value);
}
