#include "form/form_years.h"

#include "form/form_answer.h"
#include "form/form_beside.h"
#include "schema/field.h"
#include "text/unit.h"
#include "text/words.h"

enum { REST_MOST = 8 };

/* （万元） behind a year. */
static size_t
take_unit(const FormText *text, size_t at, FormYear *year, Arena *arena)
{
    size_t end = form_text_bracket_end(text, at, text->count);
    if (end == 0)
        return at;
    Text unit = unit_name(form_text_between(text, at + 1, end - 1), arena);
    year->unit = unit_known(unit) ? unit : TEXT_NONE;
    return year->unit.len > 0 ? end : at;
}

/* What a head says that begins with a year; with more behind it than is understood no year's whole figure stands below. */
static bool
read_head(const FormReader *reader, const FormCell *cell, FormYear *year, bool *word)
{
    const FormText *text = &cell->text;
    bool label = cell->marks.count > 0 && cell->marks.items[0].from == 0;
    FormSpan span = {.first = 0};
    size_t end = form_text_is_digit(text, 0) ? form_span_at(text, 0, reader->scope.labels->base_year, &span) : 0;
    *year = (FormYear){.column = cell->column, .last = span.last, .since = span.since, .head = text->cell};
    *word = span.words;
    end = take_unit(text, end, year, reader->arena);
    bool whole = end == text->count;
    year->first = whole && !span.part ? span.first : 0;
    return !label && span.first > 0 && (whole || (span.words && text->count - end <= REST_MOST));
}

/* 项目 and what else stands beside years in a head, without a figure. */
static bool
is_word_of_head(const FormReader *reader, const FormCell *cell)
{
    const FormMark *mark = cell->marks.count > 0 ? &cell->marks.items[0] : NULL;
    if (form_text_has_digit(&cell->text, 0, cell->text.count))
        return false;
    if (mark == NULL || mark->from > 0)
        return true;
    if (mark->kind == FORM_MARK_HEADING)
        return false;
    return form_reader_is_group(reader, mark) ||
           (mark->kind == FORM_MARK_LABEL && form_reader_target(reader, mark).meaning == FORM_MEANS_NOTHING);
}

/* Several years, or one beside 项目; years without 年 only where 项目 or nothing stands beside them. */
static bool
read_heads(const FormReader *reader, size_t first, size_t last, FormYears *years)
{
    static const char *const items[] = {"项目", "指标", "指标名称", "栏目", "名称", "指标项", "年份",
                                        "年度", "合计", "总计",     "累计", "共计", NULL};
    bool all_words = true;
    bool item = false;
    size_t others = 0;
    for (size_t i = first; i < last; i++) {
        const FormCell *cell = &reader->cells[i];
        bool word = false;
        FormYear year;
        item = item || words_have(items, cell->text.folded);
        if (read_head(reader, cell, &year, &word)) {
            if (years->count == FORM_YEARS_MOST)
                return false;
            years->items[years->count++] = year;
            all_words = all_words && word;
        } else if (is_word_of_head(reader, cell)) {
            others++;
        } else {
            return false;
        }
    }
    return years->count + item >= 2 && years->count > 0 && (all_words || item || others == 0);
}

static void
take_heads(FormReader *reader, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++) {
        for (size_t k = 0; k < reader->years.count; k++)
            reader->cells[i].taken = reader->cells[i].taken || reader->cells[i].column == reader->years.items[k].column;
    }
}

static bool
is_below_year(const FormYears *years, int column)
{
    for (size_t i = 0; i < years->count; i++) {
        if (years->items[i].column == column)
            return true;
    }
    return false;
}

/* A heading, or a label or unit where a figure would stand. */
static bool
ends_table(const FormReader *reader, const FormCell *cell)
{
    const FormMark *mark = cell->marks.count > 0 ? &cell->marks.items[0] : NULL;
    if (mark != NULL && mark->kind == FORM_MARK_HEADING && mark->from == 0)
        return !reader->years.of_sheet;
    if (!is_below_year(&reader->years, cell->column))
        return false;
    return (mark != NULL && form_mark_is_whole(mark, &cell->text)) ||
           unit_known(unit_name(cell->text.cell, reader->arena));
}

void
form_years_look(FormReader *reader, size_t first, size_t last)
{
    FormYears years = {.count = 0, .of_sheet = reader->scope.section == NULL};
    if (read_heads(reader, first, last, &years)) {
        reader->years = years;
        take_heads(reader, first, last);
        return;
    }
    for (size_t i = first; i < last && reader->years.count > 0; i++) {
        if (ends_table(reader, &reader->cells[i]))
            reader->years.count = 0;
    }
}

/* True where the figures below a year are those that the field asks for, and of no other span. */
static bool
is_span_of(const FormReader *reader, const FormYear *year, const Field *field)
{
    const FormLabels *labels = reader->scope.labels;
    int64_t first;
    int64_t last;
    if (field->years.len == 0)
        return true;
    if (!upload_years(field->years, &first, &last))
        return year->since && year->first == labels->since_year;
    return !year->since && year->first == labels->base_year + first && year->last == labels->base_year + last;
}

/* The figure below a year in the label's row, or NULL. */
static FormCell *
figure_of(const FormReader *reader, const FormCell *label, const FormYear *year)
{
    return form_reader_cell(reader, label->index, year->column);
}

/* How many years have a figure in the label's row; 0 where the label stands in no such table, or its answer ahead of it. */
static size_t
count_figures(const FormReader *reader, const FormCell *label, const FormTarget *target)
{
    const FormYears *years = &reader->years;
    size_t count = 0;
    for (size_t i = 0; i < years->count; i++)
        count += years->items[i].column > label->last_column && figure_of(reader, label, &years->items[i]) != NULL;
    for (int column = label->last_column + 1; count > 0 && column < years->items[0].column; column++) {
        const FormCell *cell = form_reader_cell(reader, label->index, column);
        if (cell != NULL && form_beside_role(reader, cell, target) != FORM_ROLE_UNIT)
            return 0;
    }
    return count;
}

static void
take_unit_beside(FormReader *reader, const FormCell *label, const FormTarget *target)
{
    int width = (int)reader->sheet->rows[label->index].cell_count;
    for (int column = label->last_column + 1; column < width; column++) {
        FormCell *cell = form_reader_cell(reader, label->index, column);
        if (cell == NULL || is_below_year(&reader->years, column) ||
            form_beside_role(reader, cell, target) != FORM_ROLE_UNIT)
            continue;
        cell->taken = true;
        reader->open.unit = cell->text.cell;
    }
}

static void
answer_with(FormReader *reader, FormCell *cell, const FormYear *year, size_t which)
{
    const Field *field = reader->open.target.fields[which];
    FormPart whole = {0, cell->text.count};
    Text beside = reader->open.unit;
    const char *factor;
    if (year->unit.len > 0 && unit_factor(year->unit, field->unit, &factor))
        reader->open.unit = year->unit;
    form_reader_answer(reader, cell, form_answer_raw(&reader->scope, &cell->text, whole, field, reader->arena), which);
    reader->open.unit = beside;
    cell->taken = true;
}

/* Each figure below a year that the field asks for; false where it asks for none of the years. */
static bool
answer_field(FormReader *reader, const FormCell *label, size_t which)
{
    bool asked = false;
    for (size_t i = 0; i < reader->years.count; i++) {
        const FormYear *year = &reader->years.items[i];
        FormCell *cell = figure_of(reader, label, year);
        if (!is_span_of(reader, year, reader->open.target.fields[which]))
            continue;
        asked = true;
        if (cell != NULL)
            answer_with(reader, cell, year, which);
    }
    return asked;
}

/* None of the years is one that the label's fields ask for: the first figure is told with its year. */
static void
refuse_years(FormReader *reader, const FormCell *label)
{
    for (size_t i = 0; i < reader->years.count; i++) {
        const FormYear *year = &reader->years.items[i];
        FormCell *cell = figure_of(reader, label, year);
        if (cell == NULL)
            continue;
        cell->taken = true;
        reader->open.label = year->head;
        form_reader_refuse(reader, cell, "form_label_year", cell->text.cell);
        return;
    }
}

bool
form_years_answer(FormReader *reader, const FormCell *label, const FormTarget *target)
{
    size_t figures = count_figures(reader, label, target);
    bool own_year = label->marks.items[0].year_count == 1 && figures == 1;
    bool any_time = target->fields[0]->years.len == 0 && figures == 1;
    if (target->meaning != FORM_MEANS_FIELDS || figures == 0 || own_year || any_time ||
        !field_is_number(target->fields[0]))
        return false;
    bool asked = false;
    take_unit_beside(reader, label, target);
    for (size_t i = 0; i < target->count; i++)
        asked = answer_field(reader, label, i) || asked;
    if (!asked)
        refuse_years(reader, label);
    return true;
}
