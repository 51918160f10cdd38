#include "schema/convert.h"

#include "rows/rawrow.h"
#include "schema/conversion.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/words.h"

typedef void (*ConvertValue)(Conversion *conversion);

static const ConvertValue CONVERT[] = {
    [FIELD_TEXT] = conversion_text,   [FIELD_NAME] = conversion_text,         [FIELD_PERSON] = conversion_text,
    [FIELD_UNIT] = conversion_text,   [FIELD_INTEGER] = conversion_number,    [FIELD_DECIMAL] = conversion_number,
    [FIELD_PHONE] = conversion_phone, [FIELD_MOBILE] = conversion_phone,      [FIELD_DATE] = conversion_time,
    [FIELD_TIME] = conversion_time,   [FIELD_USCC] = conversion_uscc,         [FIELD_ENUM] = conversion_choice,
    [FIELD_YEAR] = conversion_year,   [FIELD_SEQUENCE] = conversion_sequence,
};

/* Strokes that stand where nothing is to be filled in. */
static bool
is_placeholder(Text clean)
{
    static const char *const strokes[] = {"/", "／", "\\", "-", "--", "—", "——", "－", "_", NULL};
    return words_have(strokes, clean);
}

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

TypedCell
convert_cell(const Converter *converter, const Field *field, const CellInput *input)
{
    Conversion conversion = {.converter = converter, .field = field, .input = input};
    TypedCell *cell = &conversion.cell;
    *cell = (TypedCell){.place = input->place, .field = field->key, .raw = input->raw};
    conversion.clean = input->raw.ptr == NULL ? TEXT_NONE : fold_clean(input->raw, converter->arena);
    if (is_unreadable(input)) {
        cell->state = TEXT("bad");
    } else if (conversion.clean.len == 0 || is_placeholder(conversion.clean)) {
        cell->state = TEXT("blank");
        require_value(&conversion);
    } else if (text_equal(conversion.clean, TEXT("无"))) {
        cell->state = TEXT("none");
        require_value(&conversion);
    } else {
        cell->state = TEXT("text");
        CONVERT[field->type](&conversion);
    }
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
