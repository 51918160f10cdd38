#include "form/form_aside.h"

#include "schema/field.h"
#include "schema/remark.h"

#include <inttypes.h>

void
form_aside_tell(FormReader *reader, const FormCell *cell, const char *code, Text said, Text field)
{
    FormRest rest = {.code = code,
                     .place = form_reader_place(reader, cell),
                     .raw = said,
                     .field = field,
                     .expected = arena_printf(reader->arena, "%" PRId64, reader->scope.labels->base_year)};
    form_reading_leave(reader->reading, &rest);
}

/* The only years that a note names; false where it names none, or several. */
static bool
years_of(const FormReader *reader, const FormCell *cell, const FormMark *mark, FormSpan *span)
{
    size_t found = 0;
    FormSpan one;
    for (size_t at = mark->note; at < mark->end;) {
        size_t end = form_span_at(&cell->text, at, reader->scope.labels->base_year, &one);
        bool named = end > 0 && end <= mark->end;
        if (named)
            *span = one;
        found += named;
        at = named ? end : at + 1;
    }
    span->whole = true;
    return found == 1;
}

static void
take_years(FormReader *reader, const FormCell *cell, const FormMark *mark)
{
    const FormTarget *target = &reader->open.target;
    FormSpan span = {.first = 0};
    if (target->count > 1 || target->fields[0]->years.len == 0 || !years_of(reader, cell, mark, &span))
        return;
    FormSpanFit fit = form_span_fit(reader->scope.labels, target->fields[0], &span);
    if (fit == FORM_SPAN_OTHER)
        reader->open.code = "form_label_year";
    else if (fit == FORM_SPAN_DOUBTFUL)
        form_reader_doubt_years(reader, cell, target->fields[0]);
}

void
form_aside_take(FormReader *reader, const FormCell *cell, const FormMark *mark)
{
    if (mark->kind != FORM_MARK_LABEL || reader->open.target.meaning != FORM_MEANS_FIELDS)
        return;
    const Field *field = reader->open.target.fields[0];
    Text note = form_text_between(&cell->text, mark->note, mark->end);
    if (note.len == 0 || !field_is_number(field))
        return;
    RemarkSense sense = remark_sense(note, field, reader->arena);
    if (sense == REMARK_OTHER)
        reader->open.code = "form_label_other";
    else if (sense == REMARK_DOUBTFUL)
        form_aside_tell(reader, cell, "form_label_doubtful", reader->open.label, field->title);
    else
        take_years(reader, cell, mark);
}

void
form_aside_beside(FormReader *reader, const FormCell *label, const Field *field)
{
    int width = (int)reader->sheet->rows[label->index].cell_count;
    for (int column = label->last_column + 1; column < width && field_is_number(field); column++) {
        FormCell *cell = form_reader_cell(reader, label->index, column);
        if (cell == NULL || cell->covered || form_text_is_digit(&cell->text, 0))
            continue;
        if (cell->marks.count > 0 && form_mark_is_whole(&cell->marks.items[0], &cell->text))
            return;
        if (remark_sense(cell->text.cell, field, reader->arena) != REMARK_OTHER)
            continue;
        cell->taken = true;
        form_aside_tell(reader, cell, "form_label_doubtful", cell->text.cell, field->title);
    }
}
