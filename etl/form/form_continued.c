#include "form/form_continued.h"

#include "table/bodyword.h"
#include "text/fold.h"

static bool
is_name(const Field *field)
{
    return field->type == FIELD_NAME || field->type == FIELD_UNIT;
}

/* The words right above; NULL where there are none. */
static FormValue *
words_above(const FormReader *reader, const FormCell *cell)
{
    FormReading *reading = reader->reading;
    FormValue *value = reading->value_count > 0 ? &reading->values[reading->value_count - 1] : NULL;
    bool words = value != NULL && (is_name(value->field) || value->field->type == FIELD_TEXT) && value->raw.len > 0 &&
                 value->code == NULL;
    return words && value->place.column == cell->column &&
                   value->place.row_no + 1 == reader->sheet->rows[cell->index].place.row_no
               ? value
               : NULL;
}

/* Numbered, or what a form or a person who signs it has there. */
static bool
is_other(const FormReader *reader, const FormText *text, FormPart part)
{
    static const char *const parting[] = {"(", "[", "*", "、", NULL};
    size_t from = text->glyphs[part.from].folded;
    Text folded = text_sub(text->folded, from, text->glyphs[part.to].folded - from);
    return bodyword_is_signature(folded) || bodyword_is_date(folded) || bodyword_is_furniture(folded) ||
           form_text_is_digit(text, part.from) || form_text_match_any(text, part.from, parting) > 0 ||
           form_text_match_any(text, part.from + 1, parting) > 0 ||
           form_answer_is_furniture(&reader->scope, text, part, reader->arena);
}

void
form_continued_in_cell(FormReader *reader, const FormCell *cell, FormPart *answer, FormPart *rest)
{
    const FormText *text = &cell->text;
    const Field *field = reader->open.target.fields[0];
    if (!is_name(field) || answer->from >= answer->to || rest->from >= rest->to)
        return;
    FormPart line = {rest->from, form_text_line_end(text, rest->from, rest->to)};
    Text before = form_text_between(text, answer->from, answer->to);
    Text behind = form_text_between(text, line.from, line.to);
    if (fold_ends_name(before) || !fold_ends_name(behind) || is_other(reader, text, line))
        return;
    answer->to = line.to;
    rest->from = line.to;
    FormRest told = {.code = "form_answer_joined",
                     .place = form_reader_place(reader, cell),
                     .raw = behind,
                     .field = field->title,
                     .expected = fold_clean_name(form_text_between(text, answer->from, answer->to), reader->arena)};
    form_reading_leave(reader->reading, &told);
}

bool
form_continued_take(FormReader *reader, FormCell *cell)
{
    FormValue *value = words_above(reader, cell);
    if (value == NULL || reader->open.target.count > 0 || cell->marks.count > 0 ||
        sheet_filled_count(reader->sheet, cell->index) != 1 ||
        is_other(reader, &cell->text, (FormPart){0, cell->text.count}))
        return false;
    bool joined = is_name(value->field) && !fold_ends_name(value->raw) && fold_ends_name(cell->text.cell);
    if (joined)
        value->raw = arena_join(reader->arena, value->raw, TEXT("\n"), cell->text.cell);
    FormRest rest = {.code = joined ? "form_answer_joined" : "form_text_left",
                     .place = form_reader_place(reader, cell),
                     .raw = form_text_between(&cell->text, 0, cell->text.count),
                     .field = value->field->title,
                     .expected = joined ? fold_clean_name(value->raw, reader->arena) : TEXT_NONE};
    form_reading_leave(reader->reading, &rest);
    cell->taken = true;
    return true;
}
