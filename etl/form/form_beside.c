#include "form/form_beside.h"

#include "answer/form_ticks.h"
#include "text/filler.h"
#include "text/fold.h"
#include "text/unit.h"
#include "text/words.h"

enum { UNIT_BYTES = 24 };

static bool
is_choice(const FormTarget *target, Text folded, Arena *arena)
{
    for (size_t i = 0; target->count > 0 && i < target->fields[0]->choice_count; i++) {
        if (text_equal(folded, fold_key(target->fields[0]->choices[i], arena)))
            return true;
    }
    return false;
}

static bool
is_label(const FormReader *reader, const FormCell *cell)
{
    if (cell->marks.count == 0 || cell->marks.items[0].from > 0)
        return false;
    const FormMark *mark = &cell->marks.items[0];
    if (mark->kind == FORM_MARK_HEADING)
        return true;
    if (mark->end < cell->text.count && !mark->colon)
        return false;
    return form_reader_is_group(reader, mark) ||
           (mark->kind == FORM_MARK_LABEL && form_reader_target(reader, mark).meaning != FORM_MEANS_NOTHING);
}

static bool
is_unit(const FormCell *cell, const FormTarget *target, Arena *arena)
{
    const Field *field = target->count > 0 ? target->fields[0] : NULL;
    if (field == NULL || field->unit.len == 0 || cell->text.cell.len > UNIT_BYTES)
        return false;
    Text unit = unit_name(cell->text.cell, arena);
    return unit_known(unit) || text_equal(unit, unit_name(field->unit, arena)) ||
           unitnote_alone(cell->text.cell, arena).len > 0;
}

/* A column of units names one, known or not, unless it only holds a dash; a figure in it is none. */
static bool
names_unit(const FormCell *cell)
{
    return cell != NULL && !cell->covered && filler_kind(cell->text.cell) == FILLER_NOT &&
           !form_text_has_digit(&cell->text, 0, cell->text.count);
}

bool
form_beside_is_years(const FormReader *reader, const FormCell *cell)
{
    FormSpan span;
    return form_span_alone(&cell->text, reader->scope.labels->base_year, &span);
}

FormRole
form_beside_role(const FormReader *reader, const FormCell *cell, const FormTarget *target)
{
    bool of_years = target->count > 0 && target->fields[0]->years.len > 0;
    if (cell == NULL || cell->covered)
        return FORM_ROLE_NOTHING;
    if (is_choice(target, cell->text.folded, reader->arena))
        return FORM_ROLE_ANSWER;
    if (is_label(reader, cell))
        return FORM_ROLE_LABEL;
    if (is_unit(cell, target, reader->arena))
        return FORM_ROLE_UNIT;
    return of_years && form_beside_is_years(reader, cell) ? FORM_ROLE_YEAR : FORM_ROLE_ANSWER;
}

static FormSpan
span_of(const FormReader *reader, const FormCell *cell)
{
    return form_span_read(&cell->text, reader->scope.labels->base_year);
}

/* Which of the fields a year beside an answer means; SIZE_MAX where it is none's. */
static size_t
field_of_year(const FormReader *reader, const FormTarget *target, int64_t year)
{
    for (size_t i = 0; i < target->count; i++) {
        if (form_labels_year_fits(reader->scope.labels, target->fields[i], year))
            return i;
    }
    return SIZE_MAX;
}

/* The year at the head of an answer's column, or 0. */
static int64_t
year_above(const FormReader *reader, size_t index, int column)
{
    while (index-- > 0) {
        const FormCell *cell = form_reader_cell(reader, index, column);
        if (cell != NULL && form_beside_is_years(reader, cell))
            return span_of(reader, cell).first;
    }
    return 0;
}

/* The cells of one row on their way: which field the next answer is for. */
typedef struct Gathering {
    const FormReader *reader;
    const FormTarget *target;
    FormBeside *beside;
    size_t next;
    int64_t year; /* beside the next answer, or 0 */
    bool gap;     /* a blank cell came before any answer */
    bool hidden;  /* hidden columns count too */
} Gathering;

/* Of several years beside a label the one that fits least counts. */
static void
date_by(const FormReader *reader, const FormTarget *target, const FormCell *cell, FormBeside *beside)
{
    FormSpan span = span_of(reader, cell);
    FormSpanFit fit = form_span_fit_any(reader->scope.labels, target->fields, target->count, &span);
    if (beside->dating != NULL && fit <= beside->fit)
        return;
    beside->dating = cell;
    beside->fit = fit;
}

static void
gather_year(Gathering *gathering, FormCell *cell)
{
    cell->taken = true;
    gathering->year = span_of(gathering->reader, cell).first;
    gathering->beside->year = cell;
    date_by(gathering->reader, gathering->target, cell, gathering->beside);
}

/* False where the row holds no more for this label. */
static bool
gather_answer(Gathering *gathering, FormCell *cell)
{
    FormBeside *beside = gathering->beside;
    size_t want = gathering->target->count;
    if (gathering->next == want)
        return false;
    int64_t year = gathering->year;
    if (year == 0 && want > 1)
        year = year_above(gathering->reader, cell->index, cell->column);
    size_t which = year > 0 ? field_of_year(gathering->reader, gathering->target, year) : gathering->next;
    if (want == 1 || which == SIZE_MAX || beside->answers[which] != NULL)
        which = gathering->next;
    beside->answers[which] = cell;
    beside->count++;
    gathering->next++;
    gathering->year = 0;
    return true;
}

/* Nothing, or what a merged range covers. */
static bool
gather_gap(Gathering *gathering, const FormCell *cell)
{
    FormBeside *beside = gathering->beside;
    if (cell != NULL && beside->count == 0)
        beside->column = cell->column;
    gathering->gap = gathering->gap || beside->count == 0;
    return true;
}

static bool
gather(Gathering *gathering, FormCell *cell)
{
    FormBeside *beside = gathering->beside;
    if (cell == NULL || cell->covered)
        return gather_gap(gathering, cell);
    switch (form_beside_role(gathering->reader, cell, gathering->target)) {
    case FORM_ROLE_NOTHING:
        return true;
    case FORM_ROLE_LABEL:
        return false;
    case FORM_ROLE_UNIT:
        if (beside->unit == NULL)
            beside->unit = cell;
        return !gathering->gap && beside->count < gathering->target->count;
    case FORM_ROLE_YEAR:
        gather_year(gathering, cell);
        return !gathering->gap || beside->unit == NULL;
    case FORM_ROLE_ANSWER:
        break;
    }
    return gather_answer(gathering, cell);
}

/* The cell that is seen at a place: of a merged range the first. */
static FormCell *
seen_at(const FormReader *reader, size_t index, int column)
{
    const CellRange *merge = sheet_merge_at(reader->sheet, reader->sheet->rows[index].place.row_no, column);
    if (merge == NULL)
        return form_reader_cell(reader, index, column);
    while (index > 0 && reader->sheet->rows[index].place.row_no > merge->first_row)
        index--;
    return form_reader_cell(reader, index, merge->first_column);
}

/* A column of years says of which the answer is, in whatever words; elsewhere a cell that says nothing else. */
static void
date_in_row(const FormReader *reader, size_t index, const FormTarget *target, FormBeside *beside)
{
    int width = (int)reader->sheet->rows[index].cell_count;
    const FormCell *said = reader->year_column < 0 ? NULL : seen_at(reader, index, reader->year_column);
    if (said != NULL && filler_kind(said->text.cell) == FILLER_NOT)
        date_by(reader, target, said, beside);
    for (int column = reader->value_column + 1; column < width && said == NULL; column++) {
        const FormCell *cell = form_reader_cell(reader, index, column);
        if (form_beside_role(reader, cell, target) == FORM_ROLE_YEAR)
            date_by(reader, target, cell, beside);
    }
}

/* The cells of a row from a column on, as far as they are a label's. */
static void
gather_from(Gathering *gathering, size_t index, int column)
{
    const FormReader *reader = gathering->reader;
    int width = (int)reader->sheet->rows[index].cell_count;
    for (; column < width; column++) {
        bool seen = gathering->hidden || !sheet_column_hidden(reader->sheet, column);
        if (!gather(gathering, seen ? form_reader_cell(reader, index, column) : NULL))
            break;
    }
}

FormBeside
form_beside_right(const FormReader *reader, const FormCell *label, size_t index, const FormTarget *target)
{
    FormBeside beside = {.column = label->last_column + 1};
    Gathering gathering = {.reader = reader, .target = target, .beside = &beside};
    if (reader->value_column > label->last_column) {
        beside.column = reader->value_column;
        FormCell *cell = form_reader_cell(reader, index, reader->value_column);
        if (cell != NULL && !cell->covered)
            gather_answer(&gathering, cell);
        FormCell *unit = form_reader_cell(reader, index, reader->unit_column);
        if (names_unit(unit))
            beside.unit = unit;
        date_in_row(reader, index, target, &beside);
        return beside;
    }
    gather_from(&gathering, index, beside.column);
    if (beside.count == 0) {
        gathering = (Gathering){.reader = reader, .target = target, .beside = &beside, .hidden = true};
        gather_from(&gathering, index, beside.column);
    }
    return beside;
}

FormCell *
form_beside_merged(const FormReader *reader, const FormCell *label, int column)
{
    FormCell *cell = seen_at(reader, label->index, column);
    bool merged = cell != NULL && cell->index < label->index && cell->column > label->last_column;
    return merged && cell->taken && !is_label(reader, cell) ? cell : NULL;
}

/* Labels and nothing else, at least one. */
static bool
is_row_of_labels(const FormReader *reader, size_t index, size_t *count)
{
    *count = 0;
    for (size_t column = 0; column < reader->sheet->rows[index].cell_count; column++) {
        const FormCell *cell = form_reader_cell(reader, index, (int)column);
        if (cell == NULL)
            continue;
        if (!is_label(reader, cell) || cell->marks.items[0].kind == FORM_MARK_HEADING)
            return false;
        ++*count;
    }
    return *count > 0;
}

/* Each of its cells stands below a label, and none is one. */
static bool
is_row_of_answers(const FormReader *reader, size_t index, size_t *count)
{
    *count = 0;
    for (size_t column = 0; column < reader->sheet->rows[index].cell_count; column++) {
        const FormCell *cell = form_reader_cell(reader, index, (int)column);
        if (cell == NULL)
            continue;
        if (is_label(reader, cell) || form_reader_cell(reader, index - 1, (int)column) == NULL)
            return false;
        ++*count;
    }
    return *count > 0;
}

FormCell *
form_beside_below(const FormReader *reader, const FormCell *label)
{
    size_t below = label->last_index + 1;
    size_t labels;
    size_t answers;
    if (label->last_index != label->index || below >= reader->sheet->row_count ||
        reader->sheet->rows[below].place.row_no != reader->sheet->rows[label->index].place.row_no + 1)
        return NULL;
    if (!is_row_of_labels(reader, label->index, &labels) || !is_row_of_answers(reader, below, &answers) ||
        2 * answers < labels || (labels == 1 && form_reader_waits_for_text(reader)))
        return NULL;
    return form_reader_cell(reader, below, label->column);
}

bool
form_beside_is_ticked(const FormReader *reader, const FormCell *label)
{
    const FormMark *mark = &label->marks.items[0];
    const FormCell *next = form_reader_cell(reader, label->index, label->last_column + 1);
    if (label->marks.count == 0 || !form_ticks_is_open(&label->text, mark))
        return false;
    return mark->from == mark->label || (next != NULL && !next->covered && form_ticks_is_answer(&next->text));
}

/* The label that asks for the same as its group's: 姓名 behind 联系人. */
static bool
asks_the_same(const FormMark *one, const FormMark *other)
{
    return one->kind == FORM_MARK_LABEL && other->kind == FORM_MARK_LABEL &&
           one->run.first->field == other->run.first->field;
}

bool
form_beside_leads(const FormReader *reader, const FormCell *label)
{
    if (form_beside_below(reader, label) != NULL)
        return false;
    int width = (int)reader->sheet->rows[label->index].cell_count;
    const FormMark *own = &label->marks.items[0];
    bool field = own->kind == FORM_MARK_LABEL && form_reader_target(reader, own).meaning != FORM_MEANS_NOTHING;
    for (int column = label->last_column + 1; column < width; column++) {
        const FormCell *cell = form_reader_cell(reader, label->index, column);
        if (cell == NULL)
            continue;
        if (!is_label(reader, cell) || !form_mark_is_whole(&cell->marks.items[0], &cell->text))
            return false;
        return !field || column == label->last_column + 1 || asks_the_same(own, &cell->marks.items[0]);
    }
    return false;
}
