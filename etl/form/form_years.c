#include "form/form_years.h"

#include "answer/form_answer.h"
#include "form/form_beside.h"
#include "schema/field.h"
#include "schema/remark.h"
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

/* 实际, 完成数 behind a year, or alone. */
static size_t
take_done(const FormText *text, size_t at)
{
    static const char *const words[] = {"实际完成数", "实际完成", "实际数", "实际", "完成数", "完成", "实绩", NULL};
    size_t end = form_text_match_any(text, at, words);
    return end > 0 ? end : at;
}

/* The text from a position on, folded. */
static Text
folded_from(const FormText *text, size_t at)
{
    return text_sub(text->folded, text->glyphs[at].folded, text->folded.len);
}

/* What a head says without a year; FORM_HEAD_YEARS: nothing. */
static FormHead
head_in_words(const FormText *text)
{
    static const char *const unclear[] = {"上年",   "上年度", "上一年", "上一年度", "去年",   "上年数",   "上期",
                                          "上期数", "本年",   "本年度", "本年数",   "本期",   "本期数",   "当年",
                                          "今年",   "前年",   "明年",   "下年",     "下一年", "上年同期", NULL};
    if (remark_is_plan(text->folded))
        return FORM_HEAD_PLAN;
    if (words_have(unclear, text->folded))
        return FORM_HEAD_UNCLEAR;
    return take_done(text, 0) == text->count ? FORM_HEAD_DONE : FORM_HEAD_YEARS;
}

static bool
read_head_in_words(const FormReader *reader, const FormCell *cell, FormYear *year)
{
    FormHead kind = form_reader_waits_for_text(reader) ? FORM_HEAD_YEARS : head_in_words(&cell->text);
    *year = (FormYear){.column = cell->column, .kind = kind, .head = cell->text.cell};
    return kind != FORM_HEAD_YEARS && cell->marks.count == 0;
}

/* What a head says that begins with a year; with more behind it than is understood no year's whole figure stands below. */
static bool
read_head(const FormReader *reader, const FormCell *cell, FormYear *year, bool *word)
{
    const FormText *text = &cell->text;
    bool label = cell->marks.count > 0 && cell->marks.items[0].from == 0;
    FormSpan span = {.first = 0};
    *word = true;
    if (read_head_in_words(reader, cell, year))
        return true;
    size_t end = form_text_is_digit(text, 0) ? form_span_at(text, 0, reader->scope.labels->base_year, &span) : 0;
    *year = (FormYear){.column = cell->column, .last = span.last, .since = span.since, .head = text->cell};
    *word = span.words;
    year->kind = end > 0 && remark_is_plan(folded_from(text, end)) ? FORM_HEAD_PLAN : FORM_HEAD_YEARS;
    end = take_unit(text, end > 0 ? take_done(text, end) : end, year, reader->arena);
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

/* Years, plans, or several words that are told apart by one another only. */
static bool
tells_columns_apart(const FormYears *years)
{
    size_t sure = 0;
    size_t unclear = 0;
    for (size_t i = 0; i < years->count; i++) {
        sure += years->items[i].kind == FORM_HEAD_YEARS || years->items[i].kind == FORM_HEAD_PLAN;
        unclear += years->items[i].kind == FORM_HEAD_UNCLEAR;
    }
    return sure > 0 || (unclear > 0 && years->count > 1);
}

/* 1.1 工业设备数量* | 2021年 | 2022年 */
static bool
is_heading(const FormCell *cell)
{
    const FormMark *mark = cell->marks.count > 0 ? &cell->marks.items[0] : NULL;
    return mark != NULL && mark->kind == FORM_MARK_HEADING && form_mark_is_whole(mark, &cell->text);
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
        bool heading = i == first && is_heading(cell);
        item = item || heading || words_have(items, cell->text.folded);
        years->of_sheet = years->of_sheet && !heading;
        if (heading)
            continue;
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
    return years->count + item >= 2 && tells_columns_apart(years) && (all_words || item || others == 0);
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

static bool
begins_section(const FormCell *cell)
{
    const FormMark *mark = cell->marks.count > 0 ? &cell->marks.items[0] : NULL;
    return mark != NULL && mark->kind == FORM_MARK_HEADING && mark->from == 0;
}

/* A label or unit where a figure would stand. */
static bool
stands_apart(const FormReader *reader, const FormCell *cell)
{
    const FormMark *mark = cell->marks.count > 0 ? &cell->marks.items[0] : NULL;
    if (!is_below_year(&reader->years, cell->column))
        return false;
    return (mark != NULL && form_mark_is_whole(mark, &cell->text)) ||
           unit_known(unit_name(cell->text.cell, reader->arena));
}

/* A heading ends a table, and so does a row of another make, but for a head of the whole sheet. */
static void
leave_table(FormReader *reader, const FormCell *cell)
{
    FormYears *years = &reader->years;
    if (begins_section(cell)) {
        years->over = !years->of_sheet;
    } else if (stands_apart(reader, cell)) {
        years->count = years->of_sheet ? years->count : 0;
        years->apart = cell->index + 1;
    }
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
    for (size_t i = first; i < last && reader->years.count > 0; i++)
        leave_table(reader, &reader->cells[i]);
}

/* True where the figures below a year are those that the field asks for, and of no other span. */
static bool
is_span_of(const FormReader *reader, const FormYear *year, const Field *field)
{
    const FormLabels *labels = reader->scope.labels;
    int64_t first;
    int64_t last;
    if (year->kind == FORM_HEAD_PLAN || year->kind == FORM_HEAD_UNCLEAR)
        return false;
    if (field->years.len == 0 || year->kind == FORM_HEAD_DONE)
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

/* The first head with a figure in the label's row. */
static const FormYear *
first_year(const FormReader *reader, const FormCell *label)
{
    const FormYear *year = reader->years.items;
    while (figure_of(reader, label, year) == NULL)
        year++;
    return year;
}

/* None of the years is one that the label's fields ask for: the first figure is told with its year. */
static void
refuse_years(FormReader *reader, const FormCell *label)
{
    const FormYear *year = first_year(reader, label);
    FormCell *cell = figure_of(reader, label, year);
    bool words = year->kind != FORM_HEAD_YEARS;
    cell->taken = true;
    reader->open.label = year->head;
    form_reader_refuse(reader, cell, words ? "form_label_other" : "form_label_year", cell->text.cell);
}

/* Whether the head is that of the label's row; where it is over, a figure that does not stand beside its label, but below it, makes one think so. */
static bool
is_in_table(const FormReader *reader, const FormCell *label, size_t figures)
{
    const FormYears *years = &reader->years;
    if (figures == 0 || years->apart == label->index + 1)
        return false;
    return !years->over || (figures == 1 && first_year(reader, label)->column > label->last_column + 1 &&
                            first_year(reader, label) > years->items);
}

static bool
holds_base_year(const FormReader *reader, const FormYear *year)
{
    int64_t base = reader->scope.labels->base_year;
    return year->kind == FORM_HEAD_YEARS && (year->first == 0 || (year->first <= base && base <= year->last));
}

/* The only figure of a field that asks for no year stands below another year than the form's, and is not merged over that as well. */
static bool
is_of_other_year(const FormReader *reader, const FormCell *label)
{
    const FormCell *figure = figure_of(reader, label, first_year(reader, label));
    for (size_t i = 0; i < reader->years.count; i++) {
        const FormYear *year = &reader->years.items[i];
        bool below = year->column >= figure->column && year->column <= figure->last_column;
        if (below && (year->kind == FORM_HEAD_DONE || holds_base_year(reader, year)))
            return false;
    }
    return true;
}

bool
form_years_answer(FormReader *reader, const FormCell *label, const FormTarget *target)
{
    size_t figures = count_figures(reader, label, target);
    bool any_time = target->fields[0]->years.len == 0 && figures == 1;
    if (target->meaning != FORM_MEANS_FIELDS || !is_in_table(reader, label, figures) ||
        !field_is_number(target->fields[0]))
        return false;
    bool asked = false;
    bool other = any_time && is_of_other_year(reader, label);
    if (any_time && !other)
        return false;
    take_unit_beside(reader, label, target);
    if (other) {
        refuse_years(reader, label);
        return true;
    }
    for (size_t i = 0; i < target->count; i++)
        asked = answer_field(reader, label, i) || asked;
    if (!asked)
        refuse_years(reader, label);
    return true;
}
