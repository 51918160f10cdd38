#include "form/form_reader.h"

#include "asked/form_said.h"
#include "rows/rawrow.h"
#include "schema/field.h"
#include "text/character.h"

#include <inttypes.h>

Place
form_reader_place(const FormReader *reader, const FormCell *cell)
{
    return (Place){reader->sheet->name, reader->sheet->rows[cell->index].place.row_no, cell->column};
}

FormCell *
form_reader_cell(const FormReader *reader, size_t index, int column)
{
    size_t low = 0;
    for (size_t high = reader->cell_count; low < high;) {
        size_t middle = low + (high - low) / 2;
        const FormCell *cell = &reader->cells[middle];
        if (cell->index < index || (cell->index == index && cell->column < column))
            low = middle + 1;
        else
            high = middle;
    }
    FormCell *cell = &reader->cells[low];
    return low < reader->cell_count && cell->index == index && cell->column == column ? cell : NULL;
}

bool
form_reader_is_group(const FormReader *reader, const FormMark *mark)
{
    const FormSection *section = reader->scope.section;
    Text folded = mark->kind == FORM_MARK_GROUP ? mark->group->folded : mark->run.first->folded;
    return section != NULL && mark->kind != FORM_MARK_HEADING &&
           form_labels_group(reader->scope.labels, section, folded) != NULL;
}

FormTarget
form_reader_target(const FormReader *reader, const FormMark *mark)
{
    FormTarget target = form_scope_resolve(&reader->scope, mark);
    if (target.meaning != FORM_MEANS_NOTHING && target.fields[0]->section != reader->scope.section &&
        form_reader_is_group(reader, mark))
        target = (FormTarget){.meaning = FORM_MEANS_NOTHING};
    return target;
}

static void
count_years(FormReader *reader, const FormCell *cell, const FormMark *mark, const FormTarget *target)
{
    FormReading *reading = reader->reading;
    if (mark->year_count == 0 || target->fields[0]->years.len == 0)
        return;
    if (target->meaning != FORM_MEANS_OTHER_YEAR) {
        reading->years_right++;
        return;
    }
    if (reading->years_other++ > 0)
        return;
    reading->other_label = form_text_between(&cell->text, mark->label, mark->end);
    reading->other_place = form_reader_place(reader, cell);
}

void
form_reader_tell_early(FormReader *reader, const FormCell *cell, Text said, int64_t latest, const Field *field)
{
    int64_t base = reader->scope.labels->base_year;
    if (latest == 0 || latest >= base || field->years.len > 0 || !field_is_number(field))
        return;
    FormRest rest = {.code = "form_year_doubtful",
                     .place = form_reader_place(reader, cell),
                     .raw = said,
                     .field = field->title,
                     .expected = arena_printf(reader->arena, "%" PRId64, base)};
    form_reading_leave(reader->reading, &rest);
}

void
form_reader_doubt_years(FormReader *reader, const FormCell *cell, const Field *field)
{
    const FormLabels *labels = reader->scope.labels;
    FormRest rest = {.code = "form_year_unclear",
                     .place = form_reader_place(reader, cell),
                     .raw = cell->text.cell,
                     .field = field->title,
                     .expected = upload_years_text(field->years, labels->base_year, labels->since_year, reader->arena)};
    form_reading_leave(reader->reading, &rest);
}

static void
tell_early_years(FormReader *reader, const FormCell *cell, const FormMark *mark, const Field *field)
{
    int64_t latest = 0;
    for (size_t i = 0; i < mark->year_count; i++)
        latest = mark->years[i] > latest ? mark->years[i] : latest;
    form_reader_tell_early(reader, cell, form_text_between(&cell->text, mark->label, mark->end), latest, field);
}

void
form_reader_open(FormReader *reader, const FormCell *cell, const FormMark *mark, const FormTarget *target)
{
    form_reader_close(reader);
    count_years(reader, cell, mark, target);
    if (target->meaning == FORM_MEANS_FIELDS)
        tell_early_years(reader, cell, mark, target->fields[0]);
    reader->open = (FormOpen){.target = *target,
                              .place = form_reader_place(reader, cell),
                              .label = form_text_between(&cell->text, mark->label, mark->end),
                              .weak = mark->kind == FORM_MARK_HEADING};
    if (target->meaning != FORM_MEANS_SEVERAL)
        form_scope_enter(&reader->scope, target);
}

/* The unit that was said for a field's figures, in its section or for the sheet. */
static Text
unit_said(const FormReader *reader, const Field *field)
{
    if (field->unit.len == 0)
        return TEXT_NONE;
    Text nearer = unitnote_for(&reader->note.units, field->unit, reader->arena);
    return nearer.len > 0 ? nearer : unitnote_for(&reader->sheet_note.units, field->unit, reader->arena);
}

static FormValue
value_of(const FormReader *reader, const Field *field)
{
    return (FormValue){.field = field,
                       .place = reader->open.place,
                       .raw = TEXT(""),
                       .label = reader->open.label,
                       .unit = unit_said(reader, field),
                       .beside = reader->open.unit,
                       .weak = reader->open.weak,
                       .code = reader->open.target.meaning == FORM_MEANS_OTHER_YEAR ? "form_label_year" : NULL};
}

void
form_reader_date(const FormReader *reader, FormValue *value)
{
    const FormDated *dated = reader->dated.said.len > 0           ? &reader->dated
                             : reader->heading_dated.said.len > 0 ? &reader->heading_dated
                                                                  : &reader->sheet_dated;
    if (value->code != NULL || value->raw.len == 0 ||
        !form_dated_contradicts(reader->scope.labels, dated, value->field))
        return;
    value->code = form_dated_code(dated);
    value->label = dated->said;
}

void
form_reader_close(FormReader *reader)
{
    const FormOpen *open = &reader->open;
    bool several = open->target.meaning == FORM_MEANS_SEVERAL;
    for (size_t i = 0; i < open->target.count && !open->answered && !several; i++) {
        FormValue value = value_of(reader, open->target.fields[i]);
        form_reading_add(reader->reading, &value);
    }
    if (reader->long_text.len > 0)
        reader->reading->values[open->value].raw = arena_text(reader->arena, buf_view(&reader->long_text));
    buf_clear(&reader->long_text);
    reader->open = (FormOpen){.target = {.count = 0}};
}

bool
form_reader_waits_for_text(const FormReader *reader)
{
    const FormTarget *target = &reader->open.target;
    return target->count == 1 && target->fields[0]->type == FIELD_LONGTEXT;
}

static void
tell_hidden(FormReader *reader, const char *code, Text what)
{
    FormRest rest = {.code = code, .place = {reader->sheet->name, 0, -1}, .raw = what};
    form_reading_leave(reader->reading, &rest);
}

/* Once for each column. */
static void
tell_hidden_column(FormReader *reader, int column, FormColumn how, const char *code)
{
    unsigned char *told = &reader->columns[column];
    if ((*told & how) == 0)
        tell_hidden(reader, code,
                    arena_printf(reader->arena, "%" TEXT_FMT "列", TEXT_ARG(row_column_name(column, reader->arena))));
    *told |= (unsigned char)how;
}

static void
tell_hidden_answer(FormReader *reader, const FormCell *cell)
{
    const Row *row = &reader->sheet->rows[cell->index];
    if (sheet_column_hidden(reader->sheet, cell->column))
        tell_hidden_column(reader, cell->column, FORM_COLUMN_HIDDEN_READ, "hidden_cells");
    if (!rawrow_marked(row->marks, -1, TEXT("hidden")) || reader->hidden_row == row->place.row_no)
        return;
    reader->hidden_row = row->place.row_no;
    tell_hidden(reader, "hidden_cells", arena_printf(reader->arena, "第%" PRIu64 "行", row->place.row_no));
}

void
form_reader_pass_hidden(FormReader *reader, FormCell *cell)
{
    cell->taken = true;
    tell_hidden_column(reader, cell->column, FORM_COLUMN_HIDDEN_PASSED, "hidden_column_skipped");
}

void
form_reader_answer(FormReader *reader, const FormCell *cell, Text raw, size_t which)
{
    FormValue value = value_of(reader, reader->open.target.fields[which]);
    value.place = form_reader_place(reader, cell);
    value.raw = form_said_prompt(raw) ? TEXT("") : raw;
    value.marks = reader->sheet->rows[cell->index].marks;
    form_reader_date(reader, &value);
    if (value.code == NULL && value.raw.len > 0 && field_is_number(value.field))
        value.code = reader->open.code;
    reader->open.value = form_reading_add(reader->reading, &value);
    reader->open.answered = true;
    tell_hidden_answer(reader, cell);
}

void
form_reader_refuse(FormReader *reader, const FormCell *cell, const char *code, Text raw)
{
    for (size_t i = 0; i < reader->open.target.count; i++) {
        form_reader_answer(reader, cell, raw, i);
        reader->reading->values[reader->open.value].code = code;
    }
}

void
form_reader_go_on(FormReader *reader, const FormCell *cell, Text text)
{
    if (character_all_blank(text))
        return;
    if (!reader->open.answered) {
        form_reader_answer(reader, cell, text, 0);
        return;
    }
    const FormValue *value = &reader->reading->values[reader->open.value];
    Buf *all = &reader->long_text;
    bool fits = (all->len > 0 || buf_text(all, value->raw)) && buf_char(all, '\n') && buf_text(all, text);
    if (!fits)
        form_reader_leave(reader, cell, "form_text_left", text);
}

void
form_reader_leave(FormReader *reader, const FormCell *cell, const char *code, Text raw)
{
    FormRest rest = {.code = code, .place = form_reader_place(reader, cell), .raw = raw};
    if (reader->open.target.count > 0)
        rest.field = reader->open.target.fields[0]->title;
    form_reading_leave(reader->reading, &rest);
}
