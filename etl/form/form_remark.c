#include "form/form_remark.h"

#include "form/form_aside.h"
#include "schema/field.h"
#include "schema/remark.h"
#include "text/words.h"

enum { REMARK_MOST = 40 };

/* Of years, or of running totals, that may not be what one of the section's fields asks for: told once, at the heading. */
static void
tell_section(FormReader *reader, const FormCell *cell, const FormMark *heading, size_t to)
{
    const FormLabels *labels = reader->scope.labels;
    Text note = form_text_between(&cell->text, heading->note, to);
    for (size_t i = 0; i < labels->kind->field_count; i++) {
        const Field *field = &labels->kind->fields[i];
        if (field->section != heading->title->section || !field_is_number(field))
            continue;
        bool early = form_dated_is_early(labels, &reader->dated, field);
        if (!early && (reader->dated.other || remark_sense(note, field, reader->arena) != REMARK_DOUBTFUL))
            continue;
        form_aside_tell(reader, cell, early ? "form_year_doubtful" : "form_label_doubtful",
                        form_text_between(&cell->text, heading->label, to), heading->title->section->title);
        return;
    }
}

void
form_remark_begin_section(FormReader *reader, const FormCell *cell, const FormMark *heading, size_t to)
{
    const FormLabels *labels = reader->scope.labels;
    const FormSection *section = heading->title->section;
    reader->dated = form_dated_read(labels, &cell->text, heading->note, to, reader->arena);
    if (reader->dated.said.len > 0)
        reader->dated.said = form_text_between(&cell->text, heading->label, to);
    if (reader->heading != NULL && !form_labels_is_below(labels, section, reader->heading))
        reader->heading_dated = (FormDated){.said = TEXT_NONE};
    tell_section(reader, cell, heading, to);
    if (form_labels_asks(labels, section) || reader->dated.said.len == 0)
        return;
    reader->heading = section;
    reader->heading_dated = reader->dated;
}

/* 数据均从2021年开始计算, （2021年以来）; 公司自2018年起… says nothing of figures. */
static bool
is_about_figures(const FormLabels *labels, const FormText *text, FormPart line)
{
    static const char *const words[] = {"数据", "计算", "统计", "以上", "上述", "以下", NULL};
    FormSpan span;
    bool bracket = form_text_bracket_end(text, line.from, line.to) == line.to;
    size_t from = line.from + bracket;
    size_t end = form_span_at(text, from, labels->base_year, &span);
    return (end > 0 && end == line.to - bracket) || words_inside(words, form_text_between(text, line.from, line.to));
}

/* Some field of the section, or of any where it is NULL, is counted from a year. */
static bool
asks_since(const FormLabels *labels, const FormSection *section)
{
    for (size_t i = 0; i < labels->kind->field_count; i++) {
        const Field *field = &labels->kind->fields[i];
        if ((section == NULL || field->section == section) && text_equal(field->years, TEXT("since")))
            return true;
    }
    return false;
}

static void
refuse_above(FormReader *reader)
{
    const FormReading *reading = reader->reading;
    for (size_t i = 0; i < reading->value_count; i++) {
        FormValue *value = &reading->values[i];
        if (value->field->section == reader->scope.section)
            form_reader_date(reader, value);
    }
}

bool
form_remark_take(FormReader *reader, const FormCell *cell, FormPart line)
{
    const FormLabels *labels = reader->scope.labels;
    const FormSection *section = reader->scope.section;
    if (line.to - line.from > REMARK_MOST)
        return false;
    FormDated dated = form_dated_read(labels, &cell->text, line.from, line.to, reader->arena);
    if (!dated.starts || !asks_since(labels, section) || !is_about_figures(labels, &cell->text, line))
        return false;
    if (section == NULL) {
        reader->sheet_dated = dated;
        return true;
    }
    reader->dated = dated;
    refuse_above(reader);
    return true;
}
