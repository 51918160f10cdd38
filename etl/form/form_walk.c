#include "form/form_walk.h"

#include "form/form_beside.h"
#include "form/form_continued.h"
#include "form/form_flow.h"
#include "form/form_lone.h"
#include "form/form_note.h"
#include "form/form_years.h"
#include "table/bodyword.h"
#include "text/words.h"

#define LONG_TEXT_CEILING ((size_t)1024 * 1024)

enum { TAIL_ROWS = 20 };

void
form_walk_headings(const FormLabels *labels, const FormCells *cells, bool *headed)
{
    for (size_t i = 0; i < cells->count; i++) {
        for (size_t k = 0; k < cells->items[i].marks.count; k++) {
            const FormMark *mark = &cells->items[i].marks.items[k];
            if (mark->kind == FORM_MARK_HEADING)
                headed[mark->title->section - labels->kind->sections] = true;
        }
    }
}

/* 项目 | 填报内容 | 单位: a row that says what stands in each column. */
static bool
take_header(FormReader *reader, size_t first, size_t last)
{
    static const char *const values[] = {"填报内容", "填写内容", "内容",   "填报数据", "数据",
                                         "数值",     "指标值",   "填报值", "填写",     NULL};
    static const char *const items[] = {"项目", "指标", "指标名称", "栏目", "名称", "填报项", "指标项", NULL};
    static const char *const units[] = {"单位", "计量单位", NULL};
    static const char *const years[] = {"数据年度", "年度", "年份", "数据年份", "所属年度", "统计年度", NULL};
    int value = -1;
    int unit = -1;
    int year = -1;
    size_t value_count = 0;
    bool item = false;
    for (size_t i = first; i < last; i++) {
        Text folded = reader->cells[i].text.folded;
        bool seen = !sheet_column_hidden(reader->sheet, reader->cells[i].column);
        if (words_have(values, folded) && (value < 0 || seen))
            value = reader->cells[i].column;
        value_count += words_have(values, folded) && seen;
        if (words_have(units, folded))
            unit = reader->cells[i].column;
        if (words_have(years, folded))
            year = reader->cells[i].column;
        item = item || words_have(items, folded);
    }
    if (value < 0 || value_count > 1 || !item)
        return false;
    reader->value_column = value;
    reader->unit_column = unit;
    reader->year_column = year;
    reader->header = reader->cells[first].index;
    reader->years.count = 0;
    for (size_t i = first; i < last; i++)
        reader->cells[i].taken = true;
    return true;
}

/* A label that others stand under, or a heading without its number: beside it stands the first of them. */
static void
take_leader(FormReader *reader, FormCell *cell, const FormMark *mark)
{
    const FormLabels *labels = reader->scope.labels;
    form_reader_close(reader);
    cell->taken = true;
    if (form_reader_is_group(reader, mark)) {
        reader->scope.group = mark->kind == FORM_MARK_GROUP ? mark->group->folded : mark->run.first->folded;
        return;
    }
    for (size_t i = 0; i < labels->kind->section_count; i++) {
        if (text_equal(labels->titles[i].plain, mark->run.first->folded))
            form_scope_begin(&reader->scope, labels->titles[i].section);
    }
}

static bool
is_title(const FormReader *reader, const FormMark *mark)
{
    const FormLabels *labels = reader->scope.labels;
    for (size_t i = 0; mark->kind == FORM_MARK_LABEL && i < labels->kind->section_count; i++) {
        if (text_equal(labels->titles[i].plain, mark->run.first->folded))
            return true;
    }
    return false;
}

static bool
is_leader(const FormReader *reader, const FormCell *cell, const FormMark *mark)
{
    return (form_reader_is_group(reader, mark) || is_title(reader, mark)) && form_beside_leads(reader, cell);
}

/* A label alone; of a box to tick the box is the answer. */
static bool
is_lone_label(const FormReader *reader, const FormCell *cell)
{
    if (cell->marks.count == 0 || cell->marks.items[0].kind == FORM_MARK_HEADING ||
        !form_mark_is_whole(&cell->marks.items[0], &cell->text))
        return false;
    const FormMark *mark = &cell->marks.items[0];
    bool ticks = mark->kind == FORM_MARK_LABEL && mark->run.first->field->type == FIELD_TICK;
    return !ticks || form_beside_is_ticked(reader, cell);
}

/* Running text; only a long one goes on into further cells. */
static void
read_text(FormReader *reader, FormCell *cell)
{
    form_flow_read(reader, cell);
    if (!form_reader_waits_for_text(reader))
        form_reader_close(reader);
}

static void
read_label(FormReader *reader, FormCell *cell, const FormMark *mark)
{
    if (is_leader(reader, cell, mark))
        take_leader(reader, cell, mark);
    else
        form_lone_read(reader, cell, mark);
}

/* True where the cell goes on with a text that began before it. */
static bool
is_in_text(const FormReader *reader, const FormCell *cell)
{
    return form_reader_waits_for_text(reader) &&
           (cell->marks.count == 0 || !form_flow_ends_text(reader, &cell->marks.items[0], reader->open.in_row));
}

/* The number of the row of another label, which ends the text. */
static bool
numbers_label(const FormReader *reader, const FormCell *cell)
{
    const FormCell *next = cell + 1;
    return form_flow_is_row_number(reader, cell) && next < reader->cells + reader->cell_count &&
           next->index == cell->index && is_lone_label(reader, next) &&
           form_flow_ends_text(reader, &next->marks.items[0], true);
}

static bool
is_signed(const FormReader *reader, const FormCell *cell)
{
    Text folded = cell->text.folded;
    bool asks = cell->marks.count > 0 && form_flow_ends_text(reader, &cell->marks.items[0], false);
    return !asks && (bodyword_is_signature(folded) || bodyword_is_date(folded) || bodyword_is_furniture(folded));
}

/* 填表人：…, 审核意见：… and nothing else as far as the end: who signed the form, and no text of it. */
static bool
is_tail(const FormReader *reader, size_t first)
{
    size_t rows = 0;
    for (size_t i = first; i < reader->cell_count; i++) {
        bool begins = i == first || reader->cells[i].index != reader->cells[i - 1].index;
        rows += begins;
        if (rows > TAIL_ROWS || (begins && !is_signed(reader, &reader->cells[i])))
            return false;
    }
    return true;
}

static void
leave_tail(FormReader *reader, size_t first)
{
    form_reader_close(reader);
    for (size_t i = first; i < reader->cell_count; i++)
        reader->cells[i].taken = true;
}

/* What a merged range covers stands in no answer's place: a figure is told. */
static void
leave_covered(FormReader *reader, FormCell *cell)
{
    cell->taken = true;
    if (form_text_has_digit(&cell->text, 0, cell->text.count))
        form_reader_leave(reader, cell, "form_text_left", cell->text.cell);
}

static void
visit(FormReader *reader, FormCell *cell)
{
    bool lone = is_lone_label(reader, cell);
    reader->open.in_row = lone && sheet_filled_count(reader->sheet, cell->index) > 1;
    bool in_text = is_in_text(reader, cell);
    bool may_be_note = !lone && (!in_text || form_note_is_below_all(reader, cell));
    UnitNote note = !may_be_note ? (UnitNote){.count = 0} : form_note_of(reader, cell);
    if (cell->covered)
        leave_covered(reader, cell);
    else if (lone && !in_text)
        read_label(reader, cell, &cell->marks.items[0]);
    else if (note.alone)
        cell->taken = true;
    else if (!form_continued_take(reader, cell))
        read_text(reader, cell);
    if (note.count > 0)
        form_note_keep(reader, cell, &note);
}

/* 备注, 说明: what stands below is about the answers. */
static void
note_remarks(FormReader *reader, const FormCell *cell)
{
    static const char *const words[] = {"备注", "说明", "附注", "注", NULL};
    if (words_have(words, cell->text.folded))
        reader->columns[cell->column] |= FORM_COLUMN_OF_REMARKS;
}

static void
visit_row(FormReader *reader, size_t first, size_t last)
{
    if (last - first >= 2 && !form_reader_waits_for_text(reader) && take_header(reader, first, last))
        return;
    if (form_reader_waits_for_text(reader) && numbers_label(reader, &reader->cells[first]))
        form_reader_close(reader);
    if (form_reader_waits_for_text(reader) && is_tail(reader, first))
        leave_tail(reader, first);
    if (!form_reader_waits_for_text(reader) && form_note_take_row(reader, first, last))
        return;
    form_years_look(reader, first, last);
    for (size_t i = first; i < last; i++) {
        note_remarks(reader, &reader->cells[i]);
        if (!reader->cells[i].taken)
            visit(reader, &reader->cells[i]);
    }
}

FormReading *
form_walk_read(const FormLabels *labels, const Sheet *sheet, const FormCells *cells, const bool *headed, Arena *arena)
{
    FormReader reader = {.sheet = sheet,
                         .scope = {.labels = labels, .headed = headed},
                         .reading = form_reading_new(sheet, arena),
                         .long_text = buf_new(LONG_TEXT_CEILING),
                         .value_column = -1,
                         .unit_column = -1,
                         .year_column = -1,
                         .columns = arena_array(arena, (size_t)sheet_width(sheet) + 1, sizeof(unsigned char)),
                         .arena = arena};
    reader.cells = cells->items;
    reader.cell_count = cells->count;
    for (size_t first = 0; first < reader.cell_count;) {
        size_t last = first;
        while (last < reader.cell_count && reader.cells[last].index == reader.cells[first].index)
            last++;
        visit_row(&reader, first, last);
        first = last;
    }
    form_reader_close(&reader);
    form_note_end(&reader);
    buf_free(&reader.long_text);
    return reader.reading;
}
