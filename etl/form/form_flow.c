#include "form/form_flow.h"

#include "answer/form_ticks.h"
#include "form/form_aside.h"
#include "form/form_beside.h"
#include "form/form_blanks.h"
#include "form/form_continued.h"
#include "form/form_note.h"
#include "form/form_remark.h"
#include "schema/field.h"

/* A question that comes later in the form. Where the form has headings, one of another section is a word of the text, unless it stands in a row of cells. */
static bool
is_ordered(const FormReader *reader, const FormTarget *target, bool in_row)
{
    const Field *open = reader->open.target.fields[0];
    if (target->meaning != FORM_MEANS_FIELDS || target->fields[0] <= open)
        return false;
    return target->fields[0]->section == open->section || in_row || !form_scope_has_headings(&reader->scope);
}

/* A later section's title without its number, in a paragraph of its own, where the section asks for a text under that name: 生态运营能力. */
static bool
is_bare_title(const FormReader *reader, const FormMark *mark, const FormTarget *target)
{
    const FormLabels *labels = reader->scope.labels;
    const Field *field = target->fields[0];
    const FormTitle *title = &labels->titles[field->section - labels->kind->sections];
    return mark->alone && target->meaning == FORM_MEANS_FIELDS && field->type == FIELD_LONGTEXT && title->is_label &&
           text_equal(title->plain, mark->run.first->folded) && field > reader->open.target.fields[0];
}

bool
form_flow_ends_text(const FormReader *reader, const FormMark *mark, bool in_row)
{
    const FormOpen *open = &reader->open;
    if (!mark->at_line || mark->within > 0)
        return false;
    if (mark->kind == FORM_MARK_HEADING)
        return mark->title->section != open->target.fields[0]->section || open->weak;
    if (mark->kind == FORM_MARK_GROUP)
        return form_reader_is_group(reader, mark) && mark->group->section == open->target.fields[0]->section;
    FormTarget target = form_reader_target(reader, mark);
    if (target.meaning == FORM_MEANS_NOTHING)
        return form_reader_is_group(reader, mark);
    bool same = open->weak && !open->answered && target.fields[0] == open->target.fields[0];
    return same || is_bare_title(reader, mark, &target) || is_ordered(reader, &target, in_row);
}

/* In a cell that is one text's answer only labels that stand under its own are labels. */
static bool
is_own_sub_label(const FormReader *reader, const FormTarget *target, const FormMark *mark)
{
    const Field *open = reader->open.target.fields[0];
    const Field *field = target->fields[0];
    if (target->meaning != FORM_MEANS_FIELDS || field->section != open->section || field->group.len == 0)
        return false;
    const FormGroup *group = form_labels_group(reader->scope.labels, open->section, open->aliases[0]);
    if (group != NULL && text_equal(group->group, field->group))
        return true;
    return mark->colon && text_equal(open->group, field->group);
}

static bool
is_text_like(const Field *field)
{
    switch (field->type) {
    case FIELD_INTEGER:
    case FIELD_DECIMAL:
    case FIELD_PERCENT:
    case FIELD_BOOLEAN:
    case FIELD_TICK:
        return false;
    case FIELD_ENUM:
        return field->blank > 0;
    default:
        return true;
    }
}

/* True where the mark is a label here, and no word of an answer. */
static bool
is_taken(const FormReader *reader, const FormCell *cell, const FormMark *mark, FormTarget *target)
{
    const FormOpen *open = &reader->open;
    *target = (FormTarget){.meaning = FORM_MEANS_NOTHING};
    if (form_reader_waits_for_text(reader) && !form_flow_ends_text(reader, mark, reader->open.in_row))
        return false;
    if (mark->kind == FORM_MARK_HEADING)
        return !open->in_cell;
    if (mark->kind == FORM_MARK_GROUP)
        return !open->in_cell && form_reader_is_group(reader, mark);
    *target = form_reader_target(reader, mark);
    if (target->meaning == FORM_MEANS_NOTHING)
        return form_reader_is_group(reader, mark) && !open->in_cell;
    if (open->in_cell && open->target.count > 0 && is_text_like(open->target.fields[0]))
        return is_own_sub_label(reader, target, mark);
    return target->meaning != FORM_MEANS_SEVERAL || mark->colon || form_mark_is_whole(mark, &cell->text);
}

/* 真实性承诺, 推荐单位: such a group's date stands behind a stamp's words, without a label. */
static bool
take_signed_date(FormReader *reader, const FormCell *cell, FormPart part)
{
    const FormScope *scope = &reader->scope;
    FormPart date;
    if (scope->section == NULL || scope->group.len == 0 || !form_answer_date(&cell->text, part, &date))
        return false;
    const FormGroup *group = form_labels_group(scope->labels, scope->section, scope->group);
    for (size_t i = 0; i < scope->labels->kind->field_count; i++) {
        const Field *field = &scope->labels->kind->fields[i];
        if (field->type != FIELD_DATE || field->section != scope->section || group == NULL ||
            !text_equal(field->group, group->group))
            continue;
        reader->open = (FormOpen){.target = {FORM_MEANS_FIELDS, {field}, 1}};
        form_reader_answer(reader, cell, form_answer_raw(scope, &cell->text, date, field, reader->arena), 0);
        form_reader_close(reader);
        return true;
    }
    return false;
}

/* The number that a line begins with is none: （2）工业互联网平台能力介绍. */
static size_t
skip_numbering(const FormText *text, FormPart line)
{
    static const char *const opens[] = {"(", NULL};
    static const char *const closes[] = {")", ".", "、", NULL};
    size_t at = line.from + (form_text_match_any(text, line.from, opens) > 0);
    while (at < line.to && form_text_is_digit(text, at))
        at++;
    return form_text_match_any(text, at, closes) > 0 ? at + 1 : line.from;
}

static bool
has_figure(const FormText *text, FormPart line)
{
    return form_text_has_digit(text, skip_numbering(text, line), line.to);
}

bool
form_flow_is_row_number(const FormReader *reader, const FormCell *cell)
{
    for (size_t at = 0; at < cell->text.count; at++) {
        if (!form_text_is_digit(&cell->text, at))
            return false;
    }
    return sheet_first_filled(reader->sheet, cell->index) == cell->column &&
           sheet_filled_count(reader->sheet, cell->index) > 1;
}

/* What stands behind an answer, or in no answer's place: each line that says something of its own is told where a label is near or a figure in it. */
static void
leave_rest(FormReader *reader, const FormCell *cell, FormPart part, bool near_label)
{
    const FormText *text = &cell->text;
    bool asked = form_labels_asks(reader->scope.labels, reader->scope.section);
    while (part.from < part.to) {
        FormPart line = {part.from, form_text_line_end(text, part.from, part.to)};
        size_t note = form_text_bracket_end(text, part.from, part.to);
        line.to = note > line.to ? note : line.to;
        part.from = line.to;
        if (form_remark_take(reader, cell, line) || !asked)
            continue;
        bool figure = near_label || has_figure(text, line);
        if (figure && !form_answer_is_furniture(&reader->scope, text, line, reader->arena))
            form_reader_leave(reader, cell, "form_text_left", form_text_between(text, line.from, line.to));
    }
}

/* A digit or a point, and no number of a paragraph or date: 345, .5, 450套; not 2、 or 2023年. */
static bool
begins_figure(const FormText *text, FormPart line)
{
    static const char *const points[] = {".", ",", "-", NULL};
    static const char *const words[] = {"年", "月", NULL};
    size_t at = line.from + (form_text_match_any(text, line.from, points) > 0);
    size_t behind_number = skip_numbering(text, line);
    if (!form_text_is_digit(text, at) || (behind_number > line.from && !form_text_is_digit(text, behind_number)))
        return false;
    while (form_text_is_digit(text, at))
        at++;
    return form_text_match_any(text, at, words) == 0;
}

/* A figure goes on where the next line begins with a digit: 12, above 345 is no 12, and the whole is judged. */
static void
take_broken_figure(const FormText *text, const Field *field, FormPart *answer, FormPart *rest)
{
    while (field_is_number(field) && answer->from < answer->to && rest->from < rest->to && begins_figure(text, *rest)) {
        answer->to = form_text_line_end(text, rest->from, rest->to);
        rest->from = answer->to;
    }
}

static void
answer_several(FormReader *reader, const FormCell *cell, FormPart part)
{
    FormPart rest;
    FormPart answer = form_answer_part(&cell->text, part, reader->open.target.fields[0], &rest);
    if (answer.from == answer.to)
        return;
    take_broken_figure(&cell->text, reader->open.target.fields[0], &answer, &rest);
    if (!form_blanks_answer(reader, cell, answer))
        form_reader_refuse(reader, cell, "form_blanks_unclear", form_text_between(&cell->text, answer.from, answer.to));
    leave_rest(reader, cell, rest, true);
}

static void
answer_one(FormReader *reader, const FormCell *cell, FormPart part)
{
    const Field *field = reader->open.target.fields[0];
    bool whole = reader->open.in_cell && part.from == 0 && part.to == cell->text.count && is_text_like(field);
    FormPart rest = {part.to, part.to};
    FormPart answer = whole ? part : form_answer_part(&cell->text, part, field, &rest);
    take_broken_figure(&cell->text, field, &answer, &rest);
    form_continued_in_cell(reader, cell, &answer, &rest);
    Text raw = form_answer_raw(&reader->scope, &cell->text, answer, field, reader->arena);
    if (raw.len > 0 || reader->open.answered)
        form_reader_go_on(reader, cell, whole ? cell->text.cell : raw);
    leave_rest(reader, cell, rest, true);
}

/* One box of several: ☑5G □大数据, or 5G☑ 大数据□; the position behind it. */
static size_t
take_tick(FormReader *reader, const FormCell *cell, const FormMark *mark)
{
    size_t end;
    FormPart part = form_ticks_part(&cell->text, &cell->marks, mark, &end);
    bool blank = mark->colon && part.from == mark->label && part.to == mark->end;
    form_reader_answer(reader, cell, blank ? TEXT("") : form_text_between(&cell->text, part.from, part.to), 0);
    reader->open.at_label = true;
    return end;
}

/* One of several boxes has its answer at its label, any other field its first answer; boxes may go on. */
static bool
has_its_answer(const FormReader *reader, const FormCell *cell, FormPart part)
{
    const FormOpen *open = &reader->open;
    const Field *field = open->target.fields[0];
    if (field->type == FIELD_TICK && (!open->in_cell || open->at_label))
        return true;
    return open->answered && !form_answer_is_choice(&cell->text, part.from, field);
}

/* The text between two labels. */
static void
take_part(FormReader *reader, const FormCell *cell, FormPart part)
{
    const FormTarget *target = &reader->open.target;
    if (part.from >= part.to)
        return;
    if (target->count == 0) {
        if (!take_signed_date(reader, cell, part) && !form_flow_is_row_number(reader, cell))
            leave_rest(reader, cell, part, false);
    } else if (target->meaning == FORM_MEANS_SEVERAL) {
        reader->open.answered = true;
    } else if (form_reader_waits_for_text(reader)) {
        part = form_answer_text(&reader->scope, &cell->text, part, reader->arena);
        form_reader_go_on(reader, cell, form_text_between(&cell->text, part.from, part.to));
    } else if (has_its_answer(reader, cell, part)) {
        leave_rest(reader, cell, part, true);
    } else if (target->count > 1) {
        answer_several(reader, cell, part);
    } else {
        answer_one(reader, cell, part);
    }
}

/* The one field of a section that its heading asks for: 3.5 国际业务拓展能力. */
static const Field *
field_of_section(const FormReader *reader, const FormTitle *title)
{
    const UploadKind *kind = reader->scope.labels->kind;
    const Field *only = NULL;
    for (size_t i = 0; i < kind->field_count; i++) {
        if (kind->fields[i].section != title->section)
            continue;
        if (only != NULL)
            return NULL;
        only = &kind->fields[i];
    }
    return only != NULL && only->type == FIELD_LONGTEXT && title->is_label ? only : NULL;
}

/* What a heading says ends with its line, or ahead of a label in it. */
static size_t
heading_end(const FormCell *cell, const FormMark *mark)
{
    const FormMark *next = mark + 1;
    size_t line = form_text_line_end(&cell->text, mark->note, cell->text.count);
    size_t end = line > mark->end ? line : mark->end;
    bool last = next == cell->marks.items + cell->marks.count;
    return last || next->from > end ? end : next->from;
}

static void
begin_section(FormReader *reader, const FormCell *cell, const FormMark *mark)
{
    form_reader_close(reader);
    form_scope_begin(&reader->scope, mark->title->section);
    form_remark_begin_section(reader, cell, mark, heading_end(cell, mark));
    form_note_begin_section(reader, mark->title->section);
    const Field *field = field_of_section(reader, mark->title);
    if (field == NULL)
        return;
    FormTarget target = {FORM_MEANS_FIELDS, {field}, 1};
    form_reader_open(reader, cell, mark, &target);
}

static void
tell_ambiguous(FormReader *reader, const FormCell *cell, const FormMark *mark, const FormTarget *target)
{
    FormRest rest = {.code = "form_label_ambiguous",
                     .place = form_reader_place(reader, cell),
                     .raw = form_text_between(&cell->text, mark->label, mark->end),
                     .expected = form_scope_names(target, reader->arena)};
    form_reading_leave(reader->reading, &rest);
}

/* The position behind the label, and behind its answer where that stands at it. */
static size_t
begin_label(FormReader *reader, const FormCell *cell, const FormMark *mark, const FormTarget *target)
{
    bool in_cell = reader->open.in_cell;
    if (target->meaning == FORM_MEANS_NOTHING) {
        form_reader_close(reader);
        reader->scope.group = mark->kind == FORM_MARK_GROUP ? mark->group->folded : mark->run.first->folded;
        return mark->end;
    }
    form_reader_open(reader, cell, mark, target);
    form_aside_take(reader, cell, mark);
    reader->open.in_cell = in_cell;
    if (target->meaning == FORM_MEANS_SEVERAL)
        tell_ambiguous(reader, cell, mark, target);
    if (target->fields[0]->type == FIELD_TICK && !form_beside_is_ticked(reader, cell))
        return take_tick(reader, cell, mark);
    if (target->fields[0]->type == FIELD_TICK && in_cell)
        form_reader_leave(reader, cell, "form_text_left", cell->text.cell);
    return mark->end;
}

/* The blanks inside another label's note. */
static void
take_within(FormReader *reader, const FormCell *cell, size_t first, size_t close)
{
    const FormMarks *marks = &cell->marks;
    FormScope scope = reader->scope;
    FormOpen open = reader->open;
    for (size_t i = first; i < marks->count && marks->items[i].within > 0; i++) {
        const FormMark *mark = &marks->items[i];
        FormTarget target = form_scope_resolve(&scope, mark);
        bool more = i + 1 < marks->count && marks->items[i + 1].within > 0;
        if (target.meaning != FORM_MEANS_FIELDS)
            continue;
        reader->open = (FormOpen){.target = target,
                                  .place = form_reader_place(reader, cell),
                                  .label = form_text_between(&cell->text, mark->label, mark->end)};
        FormPart part = {mark->end, more ? marks->items[i + 1].from : close};
        answer_several(reader, cell, part);
        form_reader_close(reader);
    }
    reader->open = open;
}

void
form_flow_read(FormReader *reader, FormCell *cell)
{
    const FormMarks *marks = &cell->marks;
    size_t from = 0;
    cell->taken = true;
    for (size_t i = 0; i < marks->count; i++) {
        const FormMark *mark = &marks->items[i];
        FormTarget target;
        if (mark->within > 0 || !is_taken(reader, cell, mark, &target))
            continue;
        take_part(reader, cell, (FormPart){from, mark->from});
        from = mark->end;
        if (mark->kind == FORM_MARK_HEADING)
            begin_section(reader, cell, mark);
        else
            from = begin_label(reader, cell, mark, &target);
        take_within(reader, cell, i + 1, mark->end);
    }
    take_part(reader, cell, (FormPart){from, cell->text.count});
}
