#include "schema/conversion.h"

#include <string.h>

#include "rows/rawrow.h"
#include "schema/conversion_unit.h"
#include "text/amount.h"
#include "text/calendar.h"
#include "text/decimal.h"
#include "text/halfwidth.h"
#include "text/loss.h"
#include "text/unit.h"

/* A figure on its way from the cell to the value. */
typedef struct Figure {
    Amount amount;
    UnitChoice unit;
    Decimal number;   /* in the field's unit */
    bool signed_yuan; /* a ¥, RMB or 人民币 stands before it, which in a column of 万元 says no unit for sure */
    LossForm loss;
} Figure;

static bool
is_whole(const Conversion *conversion)
{
    return conversion->field->type == FIELD_INTEGER;
}

static Text
expected_text(const Conversion *conversion)
{
    if (conversion->field->three_state)
        return is_whole(conversion) ? TEXT("整数，没有的填“无”") : TEXT("数字，没有的填“无”");
    return is_whole(conversion) ? TEXT("整数") : TEXT("数字");
}

static bool
is_marked(const Conversion *conversion, Text word)
{
    return rawrow_marked(conversion->input->marks, conversion->input->place.column, word);
}

static Text
with_unit(const Conversion *conversion, const Decimal *number, Text unit)
{
    Arena *arena = conversion->converter->arena;
    return arena_printf(arena, "%" TEXT_FMT "%" TEXT_FMT, TEXT_ARG(decimal_text(number, arena)), TEXT_ARG(unit));
}

/* A cell that a spreadsheet shows as a date holds no figure, and neither does a text that is one to the month or the day. */
static bool
is_date(const Conversion *conversion, AmountForm form)
{
    CalendarTime time;
    if (is_marked(conversion, TEXT("date")) || is_marked(conversion, TEXT("time")))
        return true;
    return form != AMOUNT_EXACT && calendar_read(conversion->clean, &time) && time.precision > CALENDAR_YEAR;
}

static const char *
code_of(const Conversion *conversion, AmountForm form)
{
    static const char *const codes[] = {
        [AMOUNT_EXACT] = NULL,
        [AMOUNT_NONE] = "number_bad",
        [AMOUNT_ABOUT] = "number_about",
        [AMOUNT_RANGE] = "number_range",
        [AMOUNT_SEVERAL] = "number_several",
        [AMOUNT_SCIENTIFIC] = "number_digits_lost",
        [AMOUNT_OR_NONE] = "none_and_number",
    };
    if (is_date(conversion, form))
        return "number_is_date";
    if (is_marked(conversion, TEXT("scaled")))
        return "number_scaled";
    return is_marked(conversion, TEXT("long_number")) ? "number_digits_lost" : codes[form];
}

/* What is left of 亏损25.5 and (25.5) where the field asks for money that may be less than nothing. */
static Text
without_loss(const Conversion *conversion, LossForm *loss)
{
    const Field *field = conversion->field;
    Text figure;
    *loss = LOSS_NONE;
    if (field->minimum.len == 0 && unit_concerns(field->unit, TEXT("元")))
        *loss = loss_read(conversion->clean, conversion->converter->arena, &figure);
    return *loss == LOSS_NONE ? conversion->clean : figure;
}

static AmountForm
read_signed(const Conversion *conversion, Figure *figure)
{
    Arena *arena = conversion->converter->arena;
    Amount *amount = &figure->amount;
    AmountForm form = amount_read(without_loss(conversion, &figure->loss), arena, amount);
    bool zero = amount->number.digit_count == 1 && amount->number.digits[0] == 0;
    if (figure->loss == LOSS_NONE || form != AMOUNT_EXACT)
        return form;
    if (amount->number.negative)
        return AMOUNT_NONE;
    amount->number.negative = !zero;
    return form;
}

static bool
read_amount(Conversion *conversion, Figure *figure)
{
    AmountForm form = read_signed(conversion, figure);
    const char *code = code_of(conversion, form);
    if (code != NULL)
        conversion_refuse(conversion, code, TEXT_NONE, expected_text(conversion));
    return code == NULL;
}

/* The figure without the 万 of its unit, where it has one of its own. */
static bool
bare_number(const Conversion *conversion, const Amount *amount, Decimal *out)
{
    Text text = halfwidth_text(conversion->clean, conversion->converter->arena);
    Text rest;
    size_t end = 0;
    while (end < text.len && memchr("0123456789.,-", text.ptr[end], strlen("0123456789.,-")) != NULL)
        end++;
    *out = amount->number;
    return amount->unit.len == 0 || decimal_read(text_sub(text, 0, end), out, &rest);
}

/* 万元（即3200万元）、元（即0.32万元）: what the figure is in either of two units; the units alone where that cannot be told. */
static Text
both_readings(const Conversion *conversion, const Amount *amount, const UnitChoice *unit)
{
    Arena *arena = conversion->converter->arena;
    Decimal bare;
    Decimal one;
    Decimal other;
    if (unit->rivals[0].len == 0 || !bare_number(conversion, amount, &bare) ||
        !conversion_apply(&bare, unit->rival_factors[0], &one) ||
        !conversion_apply(&bare, unit->rival_factors[1], &other))
        return unit->unit;
    return arena_printf(arena, "%" TEXT_FMT "（即%" TEXT_FMT "）、%" TEXT_FMT "（即%" TEXT_FMT "）",
                        TEXT_ARG(unit->rivals[0]), TEXT_ARG(with_unit(conversion, &one, conversion->field->unit)),
                        TEXT_ARG(unit->rivals[1]), TEXT_ARG(with_unit(conversion, &other, conversion->field->unit)));
}

static bool
refuse_unit(Conversion *conversion, const Amount *amount, const UnitChoice *unit)
{
    static const char *const codes[] = {
        [UNIT_OTHER] = "number_unit_other",
        [UNIT_UNKNOWN] = "number_unit_unknown",
        [UNIT_CONFLICT] = "number_unit_conflict",
    };
    Text said = unit->verdict == UNIT_CONFLICT ? both_readings(conversion, amount, unit) : unit->unit;
    conversion_refuse(conversion, codes[unit->verdict], said, conversion->field->unit);
    return false;
}

static bool
read_in_unit(Conversion *conversion, Figure *figure)
{
    figure->number = figure->amount.number;
    if (conversion->field->unit.len == 0) {
        if (figure->amount.unit.len > 0)
            conversion_refuse(conversion, "number_bad", TEXT_NONE, expected_text(conversion));
        return figure->amount.unit.len == 0;
    }
    Text factor;
    bool alone = figure->amount.sign && text_equal(conversion_base_unit(conversion, &factor), TEXT("元"));
    if (alone)
        figure->amount.unit = TEXT_NONE;
    figure->signed_yuan = alone || is_marked(conversion, TEXT("yuan"));
    figure->unit = conversion_unit(conversion, &figure->amount);
    if (figure->unit.verdict != UNIT_ACCEPTED)
        return refuse_unit(conversion, &figure->amount, &figure->unit);
    conversion->cell.unit_source = figure->unit.source;
    conversion->cell.factor = figure->unit.factor;
    bool fits = conversion_apply(&figure->amount.number, figure->unit.factor, &figure->number);
    if (!fits)
        conversion_refuse(conversion, "number_bad", TEXT_NONE, expected_text(conversion));
    return fits;
}

static Decimal
decimal_of(Text text)
{
    Decimal decimal = {.digit_count = 1};
    Text rest;
    decimal_read(text, &decimal, &rest);
    return decimal;
}

static bool
exceeds(const Decimal *number, Text bound)
{
    Decimal limit = decimal_of(bound);
    return bound.len > 0 && decimal_compare(number, &limit) > 0;
}

/* Shares above the most that a form thinks of do occur (负债率 over 100): they are only doubted. */
static bool
is_within_bounds(Conversion *conversion, const Figure *figure)
{
    const Field *field = conversion->field;
    Arena *arena = conversion->converter->arena;
    Decimal minimum = decimal_of(field->minimum);
    Text expected = TEXT_NONE;
    if (field->minimum.len > 0 && decimal_compare(&figure->number, &minimum) < 0)
        expected = arena_printf(arena, "不小于%" TEXT_FMT "的数", TEXT_ARG(field->minimum));
    else if (field->type != FIELD_PERCENT && exceeds(&figure->number, field->maximum))
        expected = arena_printf(arena, "不大于%" TEXT_FMT "的数", TEXT_ARG(field->maximum));
    if (expected.len > 0)
        conversion_refuse(conversion, "number_out_of_range", with_unit(conversion, &figure->number, field->unit),
                          expected);
    return expected.len == 0;
}

static Decimal
absolute(Decimal number)
{
    number.negative = false;
    return number;
}

static bool
is_share(const Field *field)
{
    return text_equal(field->unit, TEXT("%"));
}

/* 0.62 without a sign may be 0.62 % or 62 %. */
static void
doubt_share(const Conversion *conversion, const Figure *figure)
{
    Decimal size = absolute(figure->amount.number);
    Decimal hundredfold;
    bool written = text_equal(figure->unit.source, TEXT("cell"));
    bool zero = size.digit_count == 1 && size.digits[0] == 0;
    if (written || zero || exceeds(&size, TEXT("1")) ||
        !conversion_apply(&figure->amount.number, TEXT("100"), &hundredfold))
        return;
    conversion_report(conversion, false, "percent_unclear", with_unit(conversion, &figure->number, TEXT("%")),
                      with_unit(conversion, &hundredfold, TEXT("%")));
}

/* The same figure in the unit without a magnitude: what it would be if its writer had not seen the 万. */
static bool
read_in_base(const Conversion *conversion, const Figure *figure, Text *base, Decimal *out)
{
    Text factor;
    *base = conversion_base_unit(conversion, &factor);
    return base->len > 0 && conversion_apply(&figure->amount.number, factor, out) &&
           decimal_compare(out, &figure->number) != 0;
}

static void
doubt_size(const Conversion *conversion, const Figure *figure)
{
    const Field *field = conversion->field;
    Arena *arena = conversion->converter->arena;
    Decimal size = absolute(figure->number);
    Decimal in_base;
    Text base;
    if (!exceeds(&size, field->most))
        return;
    Text read_as = with_unit(conversion, &figure->number, field->unit);
    if (read_in_base(conversion, figure, &base, &in_base)) {
        conversion_report(conversion, false, "number_unit_doubtful", read_as,
                          arena_printf(arena, "%" TEXT_FMT "，即%" TEXT_FMT,
                                       TEXT_ARG(with_unit(conversion, &figure->amount.number, base)),
                                       TEXT_ARG(with_unit(conversion, &in_base, field->unit))));
        return;
    }
    Decimal most = decimal_of(field->most);
    conversion_report(conversion, false, "number_implausible", read_as, with_unit(conversion, &most, field->unit));
}

/* A figure that is written or shown with ¥, RMB or 人民币 may be meant in 元. */
static void
doubt_sign(const Conversion *conversion, const Figure *figure)
{
    Decimal in_base;
    Text base;
    bool around = figure->signed_yuan && !text_equal(figure->unit.source, TEXT("cell"));
    if (around && read_in_base(conversion, figure, &base, &in_base) && text_equal(base, TEXT("元")))
        conversion_report(conversion, false, "number_sign_doubtful",
                          with_unit(conversion, &figure->number, conversion->field->unit),
                          with_unit(conversion, &in_base, conversion->field->unit));
}

/* A figure in brackets is a loss as accounts write it: that is assumed, and told with what it would be without them. */
static void
doubt_brackets(const Conversion *conversion, const Figure *figure)
{
    Decimal size = absolute(figure->number);
    if (figure->loss == LOSS_IN_BRACKETS)
        conversion_report(conversion, false, "number_loss_assumed",
                          with_unit(conversion, &figure->number, conversion->field->unit),
                          with_unit(conversion, &size, conversion->field->unit));
}

static void
doubt(const Conversion *conversion, const Figure *figure)
{
    const Field *field = conversion->field;
    Text hundred = field->maximum.len > 0 ? field->maximum : TEXT("100");
    if (is_share(field))
        doubt_share(conversion, figure);
    doubt_sign(conversion, figure);
    doubt_brackets(conversion, figure);
    if (field->type == FIELD_PERCENT && exceeds(&figure->number, hundred))
        conversion_report(conversion, false, "percent_over", with_unit(conversion, &figure->number, TEXT("%")),
                          arena_printf(conversion->converter->arena, "%" TEXT_FMT "%%", TEXT_ARG(hundred)));
    else
        doubt_size(conversion, figure);
}

static void
take_figure(Conversion *conversion, const Figure *figure)
{
    if (is_whole(conversion) && !decimal_is_integer(&figure->number)) {
        conversion_refuse(conversion, "number_bad", TEXT_NONE, expected_text(conversion));
        return;
    }
    if (!is_within_bounds(conversion, figure))
        return;
    conversion_set_number(conversion, &figure->number);
    doubt(conversion, figure);
}

void
conversion_number(Conversion *conversion)
{
    Figure figure = {.unit = {.verdict = UNIT_ACCEPTED}};
    if (read_amount(conversion, &figure) && read_in_unit(conversion, &figure))
        take_figure(conversion, &figure);
}
