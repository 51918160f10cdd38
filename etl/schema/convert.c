#include "schema/convert.h"

#include "rows/rawrow.h"
#include "schema/conversion.h"
#include "schema/field.h"
#include "text/filler.h"
#include "text/fold.h"
#include "text/unit.h"

typedef void (*ConvertValue)(Conversion *conversion);

static const ConvertValue CONVERT[] = {
    [FIELD_TEXT] = conversion_text,      [FIELD_NAME] = conversion_text,         [FIELD_PERSON] = conversion_text,
    [FIELD_UNIT] = conversion_text,      [FIELD_INTEGER] = conversion_number,    [FIELD_DECIMAL] = conversion_number,
    [FIELD_PHONE] = conversion_phone,    [FIELD_MOBILE] = conversion_phone,      [FIELD_DATE] = conversion_date,
    [FIELD_TIME] = conversion_time,      [FIELD_USCC] = conversion_uscc,         [FIELD_ENUM] = conversion_choice,
    [FIELD_YEAR] = conversion_year,      [FIELD_SEQUENCE] = conversion_sequence, [FIELD_LONGTEXT] = conversion_longtext,
    [FIELD_BOOLEAN] = conversion_choice, [FIELD_TICK] = conversion_tick,         [FIELD_EMAIL] = conversion_email,
    [FIELD_PERCENT] = conversion_number, [FIELD_PERIOD] = conversion_period,
};

/* extract has said already why such a cell has no value. */
static bool
is_unreadable(const CellInput *input)
{
    return rawrow_marked(input->marks, input->place.column, TEXT("error")) ||
           rawrow_marked(input->marks, input->place.column, TEXT("formula_no_value"));
}

static void
require_value(Conversion *conversion)
{
    const Field *field = conversion->field;
    if (field->required && !field->in_head)
        conversion_report(conversion, true, "required_missing", TEXT_NONE, field->title);
}

/* Names are taken as they stand, so what only holds a name's place must be told from one. */
static bool
is_named(const Field *field)
{
    return field->type == FIELD_NAME || field->type == FIELD_PERSON || field->type == FIELD_UNIT;
}

static void
take_value(Conversion *conversion)
{
    conversion->cell.state = TEXT("text");
    if (conversion_fits(conversion))
        CONVERT[conversion->field->type](conversion);
}

/* 待定, or 同上 without a row above to look at. */
static void
take_pending(Conversion *conversion)
{
    if (!is_named(conversion->field)) {
        take_value(conversion);
        return;
    }
    conversion->cell.state = TEXT("bad");
    conversion_report(conversion, true, "required_missing", TEXT_NONE, conversion->field->title);
}

/* In a form 无 is an answer to starred items, and of other items only free text may say it. */
static bool
may_be_none(const Field *field)
{
    if (field->three_state || (field->section != NULL && field->section->starred))
        return true;
    if (field->section == NULL)
        return !field_is_number(field) || field->unit.len == 0;
    return !field_is_number(field) && field->type != FIELD_BOOLEAN && field->type != FIELD_LONGTEXT;
}

/* What may be written instead of 无. */
static Text
instead_of_none(const Field *field)
{
    bool money = unit_concerns(TEXT("元"), field->unit);
    if (field->type == FIELD_BOOLEAN)
        return TEXT("“是”或“否”，没有的填“否”");
    if (field->type == FIELD_LONGTEXT)
        return TEXT("文字说明，没有的留空或写明没有开展");
    if (field->section == NULL)
        return money ? TEXT("数字，没有金额的填0或留空") : TEXT("数字，没有的填0或留空");
    return money ? TEXT("数字，金额为零的填0") : TEXT("数字，数量为零的填0");
}

static void
take_none(Conversion *conversion)
{
    const Field *field = conversion->field;
    conversion->cell.state = TEXT("none");
    require_value(conversion);
    if (!may_be_none(field))
        conversion_report(conversion, field->section != NULL && field->type != FIELD_LONGTEXT, "none_not_allowed",
                          TEXT_NONE, instead_of_none(field));
}

/*
 * A stroke is read as a blank; where 无 is an answer too, its writer is asked which of the two was meant. A dash is also what is left of a 0 in an accounting format when a sheet
 * is saved as text.
 */
static void
take_blank(Conversion *conversion)
{
    const Field *field = conversion->field;
    conversion->cell.state = TEXT("blank");
    require_value(conversion);
    if (field->three_state && conversion->clean.len > 0)
        conversion_report(conversion, false, "none_unclear", TEXT_NONE, TEXT_NONE);
    else if (field_is_number(field) && field->unit.len > 0 && filler_is_dash(conversion->clean))
        conversion_report(conversion, false, "zero_unclear", TEXT_NONE, TEXT_NONE);
}

static void
take_by_filler(Conversion *conversion)
{
    switch (filler_kind(conversion->clean)) {
    case FILLER_BLANK:
        take_blank(conversion);
        break;
    case FILLER_NONE:
        if (conversion_said_choice(conversion) != NULL)
            take_value(conversion);
        else
            take_none(conversion);
        break;
    case FILLER_PENDING:
    case FILLER_DITTO:
        take_pending(conversion);
        break;
    case FILLER_NOT:
        take_value(conversion);
        break;
    }
}

/* Two persons may share a cell, a line each; a platform or an enterprise is one. */
static Text
clean_raw(const Field *field, Text raw, Arena *arena)
{
    if (raw.ptr == NULL)
        return TEXT_NONE;
    return is_named(field) && field->type != FIELD_PERSON ? fold_clean_name(raw, arena) : fold_clean(raw, arena);
}

TypedCell
convert_cell(const Converter *converter, const Field *field, const CellInput *input)
{
    Conversion conversion = {.converter = converter, .field = field, .input = input};
    TypedCell *cell = &conversion.cell;
    *cell = (TypedCell){.place = input->place, .field = field->key, .raw = input->raw};
    conversion.clean = clean_raw(field, input->raw, converter->arena);
    if (is_unreadable(input))
        cell->state = TEXT("bad");
    else
        take_by_filler(&conversion);
    return *cell;
}

TypedCell
convert_extra(const Converter *converter, Text label, const CellInput *input)
{
    TypedCell cell = {.place = input->place, .state = TEXT("text"), .raw = input->raw};
    cell.field = arena_printf(converter->arena, "x:%" TEXT_FMT, TEXT_ARG(label));
    cell.text = fold_clean(input->raw, converter->arena);
    if (is_unreadable(input))
        cell.state = TEXT("bad");
    return cell;
}
