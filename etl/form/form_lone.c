#include "form/form_lone.h"

#include "form/form_aside.h"
#include "form/form_beside.h"
#include "form/form_flow.h"
#include "form/form_further.h"
#include "form/form_note.h"
#include "form/form_years.h"
#include "schema/field.h"
#include "text/filler.h"
#include "text/unit.h"

/* So many rows with figures in two columns are no remarks beside answers. */
enum { PARALLEL_LEAST = 8 };

static void
read_answer(FormReader *reader, FormCell *answer)
{
    reader->open.in_cell = true;
    form_flow_read(reader, answer);
}

/* The unit beside the answer, and what a remark behind it says; where they differ both, which no schema accepts. */
static void
take_unit(FormReader *reader, const FormCell *label, const FormTarget *target, const FormBeside *beside)
{
    Text *unit = &reader->open.unit;
    Text remark = form_note_beside(reader, label, target->fields[0]);
    if (beside->unit != NULL) {
        beside->unit->taken = true;
        *unit = beside->unit->text.cell;
    }
    if (unit->len == 0)
        *unit = remark;
    else if (remark.len > 0 && !text_equal(unitnote_alone(*unit, reader->arena), remark))
        *unit = arena_printf(reader->arena, "%" TEXT_FMT "、%" TEXT_FMT, TEXT_ARG(*unit), TEXT_ARG(remark));
}

/* Each blank has a cell of its own. */
static void
answer_each(FormReader *reader, const FormBeside *beside)
{
    for (size_t i = 0; i < reader->open.target.count; i++) {
        FormCell *cell = beside->answers[i];
        const Field *field = reader->open.target.fields[i];
        if (cell == NULL)
            continue;
        cell->taken = true;
        FormPart whole = {0, cell->text.count};
        form_reader_answer(reader, cell, form_answer_raw(&reader->scope, &cell->text, whole, field, reader->arena), i);
    }
}

/* A row whose first cell goes on with the boxes of the row above, under a label that was not merged. */
static bool
goes_on_with_boxes(const FormReader *reader, size_t index, int column)
{
    const Field *field = reader->open.target.count == 1 ? reader->open.target.fields[0] : NULL;
    if (field == NULL || index >= reader->sheet->row_count || sheet_first_filled(reader->sheet, index) != column)
        return false;
    const FormCell *cell = form_reader_cell(reader, index, column);
    return cell != NULL && form_answer_is_choice(&cell->text, 0, field);
}

/* A figure in a further row is one more answer to the same question. */
static void
read_further_answer(FormReader *reader, FormCell *cell, const FormTarget *target)
{
    bool again = target->count == 1 && reader->open.answered && field_is_number(target->fields[0]) &&
                 form_further_is_figure(reader, cell, target->fields[0]);
    if (again)
        form_reader_answer(reader, cell, cell->text.cell, 0);
    else
        read_answer(reader, cell);
    cell->taken = true;
}

/* The answers in the further rows of a label: □自建 above ☑合作共建. */
static void
read_further_rows(FormReader *reader, const FormCell *label, int column)
{
    FormTarget target = reader->open.target;
    for (size_t index = label->index + 1; index <= label->last_index || goes_on_with_boxes(reader, index, column);
         index++) {
        FormBeside beside = form_beside_right(reader, label, index, &target);
        if (beside.count == 0 || beside.answers[0] == NULL)
            break;
        if (!beside.answers[0]->taken)
            read_further_answer(reader, beside.answers[0], &target);
    }
}

/* 50010 in the column of units, or what stands where nothing is answered and is no unit and no year: it may be the answer. */
static bool
may_be_answer(const FormReader *reader, const FormCell *cell, const FormTarget *target)
{
    if (form_beside_is_years(reader, cell) || form_beside_role(reader, cell, target) == FORM_ROLE_UNIT ||
        unit_known(unit_name(cell->text.cell, reader->arena)))
        return false;
    bool figure = form_text_has_digit(&cell->text, 0, cell->text.count);
    return !reader->open.answered || (figure && cell->column == reader->unit_column);
}

/* What stands in further columns of a table with a header, 数据年度 or 备注, is about the answer and none of it. */
static void
take_remarks(FormReader *reader, const FormCell *label, const FormTarget *target)
{
    int width = reader->value_column < 0 ? 0 : (int)reader->sheet->rows[label->index].cell_count;
    for (int column = reader->value_column + 1; column < width; column++) {
        FormCell *cell = form_reader_cell(reader, label->index, column);
        if (cell == NULL || form_reader_cell(reader, reader->header, column) == NULL)
            continue;
        cell->taken = true;
        if (may_be_answer(reader, cell, target))
            form_reader_leave(reader, cell, "form_text_left", cell->text.cell);
    }
}

/* 无 that is merged over several labels answers each of them; of a figure nobody knows how much is whose. */
static void
answer_merged(FormReader *reader, const FormCell *merged)
{
    const FormTarget *target = &reader->open.target;
    if (filler_kind(merged->text.cell) != FILLER_NONE) {
        if (field_is_number(target->fields[0]) && filler_kind(merged->text.cell) == FILLER_NOT)
            form_reader_refuse(reader, merged, "form_blanks_unclear", merged->text.cell);
        return;
    }
    for (size_t i = 0; i < target->count; i++)
        form_reader_answer(reader, merged, merged->text.cell, i);
}

static bool
is_figure(const FormCell *cell)
{
    return form_text_is_digit(&cell->text, 0) && cell->marks.count == 0;
}

/* Figures stand in both columns: the platforms stand beside one another. */
static bool
are_parallel(const FormReader *reader, int one, int other)
{
    size_t rows = 0;
    for (size_t i = 0; i < reader->cell_count && rows < PARALLEL_LEAST; i++) {
        const FormCell *cell = &reader->cells[i];
        const FormCell *beside = cell->column == one ? form_reader_cell(reader, cell->index, other) : NULL;
        rows += beside != NULL && is_figure(cell) && is_figure(beside);
    }
    return rows == PARALLEL_LEAST;
}

/* 平台名称 | 甲平台 | 乙平台: each name is an answer, so that two of them are told. */
static void
take_further_names(FormReader *reader, const FormCell *label)
{
    const FormTarget *target = &reader->open.target;
    int width = (int)reader->sheet->rows[label->index].cell_count;
    const FormCell *first = NULL;
    if (target->count != 1 || !text_equal(target->fields[0]->key, TEXT("platform_name")))
        return;
    for (int column = label->last_column + 1; column < width; column++) {
        FormCell *cell = form_reader_cell(reader, label->index, column);
        FormRole role = form_beside_role(reader, cell, target);
        if (role == FORM_ROLE_LABEL)
            return;
        if (role != FORM_ROLE_ANSWER || is_figure(cell))
            continue;
        if (first == NULL) {
            first = cell;
        } else if (are_parallel(reader, first->column, column)) {
            cell->taken = true;
            form_reader_answer(reader, cell, cell->text.cell, 0);
        }
    }
}

/* Years beside the answer: of another year it is refused, and what may be another year's, or another's than the form's where the field asks for none, is told. */
static void
date_answer(FormReader *reader, const FormTarget *target, const FormBeside *beside)
{
    const FormCell *dating = beside->dating;
    if (dating == NULL)
        return;
    if (target->fields[0]->years.len == 0) {
        FormSpan span = form_span_read(&dating->text, reader->scope.labels->base_year);
        form_reader_tell_early(reader, dating, dating->text.cell, span.last, target->fields[0]);
    } else if (beside->fit == FORM_SPAN_OTHER) {
        reader->open.target.meaning = FORM_MEANS_OTHER_YEAR;
        reader->open.label = dating->text.cell;
    } else if (beside->fit == FORM_SPAN_DOUBTFUL && beside->count > 0) {
        form_reader_doubt_years(reader, dating, target->fields[0]);
    }
}

static void
answer_beside(FormReader *reader, FormCell *label, const FormTarget *target)
{
    if (form_years_answer(reader, label, target))
        return;
    FormBeside beside = form_beside_right(reader, label, label->index, target);
    FormCell *below = beside.count == 0 ? form_beside_below(reader, label) : NULL;
    const FormCell *merged = beside.count == 0 ? form_beside_merged(reader, label, beside.column) : NULL;
    reader->open.place.column = beside.column;
    take_unit(reader, label, target, &beside);
    date_answer(reader, target, &beside);
    if (merged != NULL)
        answer_merged(reader, merged);
    else if (form_further_refuse(reader, label, target, beside.count))
        return;
    else if (below != NULL)
        read_answer(reader, below);
    else if (target->count > 1 && beside.count > 1)
        answer_each(reader, &beside);
    else if (beside.count > 0)
        read_answer(reader, beside.answers[0] != NULL ? beside.answers[0] : beside.answers[1]);
    else if (beside.year != NULL)
        form_reader_leave(reader, beside.year, "form_text_left", beside.year->text.cell);
    take_further_names(reader, label);
    read_further_rows(reader, label, beside.column);
    form_further_answer(reader, label, target);
    if (target->meaning == FORM_MEANS_FIELDS && beside.count > 0)
        form_aside_beside(reader, label, target->fields[0]);
    take_remarks(reader, label, target);
}

/* Text that belongs to a label may stand below it, as far as the next question. */
static bool
goes_on_below(const FormReader *reader)
{
    return form_reader_waits_for_text(reader) && !reader->open.answered && reader->value_column < 0;
}

void
form_lone_read(FormReader *reader, FormCell *cell, const FormMark *mark)
{
    FormTarget target = form_reader_target(reader, mark);
    form_flow_read(reader, cell);
    if (target.meaning == FORM_MEANS_NOTHING)
        return;
    answer_beside(reader, cell, &target);
    if (target.meaning == FORM_MEANS_SEVERAL || !goes_on_below(reader))
        form_reader_close(reader);
}
