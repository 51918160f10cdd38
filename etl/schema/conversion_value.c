#include "schema/conversion.h"

#include "schema/label.h"
#include "text/calendar.h"
#include "text/character.h"
#include "text/decimal.h"
#include "text/fold.h"
#include "text/numeral.h"
#include "text/unit.h"

enum { FIRST_YEAR = 1949, LAST_YEAR = 2100 };

static void
refuse_value(Conversion *conversion, const char *code, Text expected)
{
    conversion->cell.state = TEXT("bad");
    conversion_report(conversion, true, code, TEXT_NONE, expected);
}

static void
set_number(Conversion *conversion, const Decimal *number)
{
    conversion->cell.state = TEXT("number");
    conversion->cell.value = decimal_text(number, conversion->converter->arena);
    conversion_set_text(conversion, conversion->cell.value);
}

/* The unit a number was written in, and where that stands: behind the number, in the header's brackets, or in the form's own label. */
static Text
written_unit(const Conversion *conversion, Text behind, Text *source)
{
    const char *factor;
    Text canonical = conversion->field->unit;
    Text note = label_note(conversion->input->label);
    *source = TEXT("cell");
    if (behind.len > 0)
        return behind;
    *source = TEXT("head");
    if (note.len > 0 && unit_factor(note, canonical, &factor))
        return note;
    *source = TEXT("label");
    return canonical;
}

/* A number with what stands around it: "3,500万" in a field of 万元 has the words "万", and nothing behind. */
typedef struct Amount {
    Decimal number;
    Text words;
    Text behind;
} Amount;

/* Who writes 万 or 亿 means the unit without a magnitude. */
static Text
amount_unit(const Conversion *conversion, const Amount *amount, Text *source)
{
    if (amount->words.len == 0 || amount->behind.len > 0)
        return written_unit(conversion, amount->behind, source);
    *source = TEXT("cell");
    return unit_base(conversion->field->unit);
}

static bool
in_canonical_unit(Conversion *conversion, const Amount *amount, Decimal *out)
{
    Text canonical = conversion->field->unit;
    Text source;
    const char *factor;
    *out = amount->number;
    if (canonical.len == 0)
        return amount->behind.len == 0;
    Text unit = amount_unit(conversion, amount, &source);
    if (!unit_factor(unit, canonical, &factor) || !unit_convert(&amount->number, unit, canonical, out))
        return false;
    conversion->cell.unit_source = source;
    conversion->cell.factor = text_of(factor);
    return true;
}

void
conversion_number(Conversion *conversion)
{
    bool whole = conversion->field->type == FIELD_INTEGER;
    Text expected = whole ? TEXT("整数") : TEXT("数字");
    Amount amount;
    Decimal number;
    if (!decimal_read_words(conversion->clean, &amount.number, &amount.words, &amount.behind) ||
        !in_canonical_unit(conversion, &amount, &number) || (whole && !decimal_is_integer(&number)))
        refuse_value(conversion, "number_bad", expected);
    else
        set_number(conversion, &number);
}

void
conversion_sequence(Conversion *conversion)
{
    Decimal number;
    if (numeral_ordinal(conversion->clean, conversion->converter->arena, &number)) {
        set_number(conversion, &number);
        return;
    }
    conversion_set_text(conversion, conversion->clean);
    conversion_report(conversion, false, "sequence_bad", conversion->clean, TEXT("从1起的整数"));
}

void
conversion_time(Conversion *conversion)
{
    bool date_only = conversion->field->type == FIELD_DATE;
    CalendarPrecision least = conversion->field->partial ? CALENDAR_YEAR : CALENDAR_DAY;
    Text expected = date_only ? TEXT("年月日，如2023-06-12") : TEXT("日期和时间，如2023-06-12 15:00");
    CalendarTime time;
    if (!calendar_read(conversion->clean, &time) || time.precision < least) {
        refuse_value(conversion, "date_bad", expected);
        return;
    }
    conversion_set_text(conversion, calendar_text(&time, conversion->converter->arena));
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
        refuse_value(conversion, "date_bad", TEXT("四位年份，如2022"));
        return;
    }
    conversion->cell.state = TEXT("number");
    conversion->cell.value = arena_printf(arena, "%d", time.year);
    conversion_set_text(conversion, conversion->cell.value);
}
