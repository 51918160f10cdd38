#include "asked/form_labels.h"

#include "text/fold.h"

#include <stdlib.h>

static const UploadKind *
form_kind(const UploadSet *set)
{
    for (size_t i = 0; i < set->kind_count; i++) {
        if (set->kinds[i].layout == LAYOUT_FORM)
            return &set->kinds[i];
    }
    return NULL;
}

static int
by_text(const void *left, const void *right)
{
    const FormLabel *one = left;
    const FormLabel *other = right;
    int order = text_compare(one->folded, other->folded);
    if (order != 0)
        return order;
    return one->field < other->field ? -1 : one->field > other->field;
}

/* What the fields are called on paper, and what this program calls those that stand under another label: 联系人-姓名. */
static void
read_labels(FormLabels *labels, Arena *arena)
{
    const UploadKind *kind = labels->kind;
    size_t count = 0;
    for (size_t i = 0; i < kind->field_count; i++)
        count += kind->fields[i].alias_count + 1;
    labels->items = arena_array(arena, count, sizeof *labels->items);
    for (size_t i = 0; i < kind->field_count; i++) {
        for (size_t k = 0; k < kind->fields[i].alias_count; k++)
            labels->items[labels->count++] = (FormLabel){kind->fields[i].aliases[k], &kind->fields[i]};
        if (kind->fields[i].group.len > 0)
            labels->items[labels->count++] =
                (FormLabel){fold_key(form_labels_name(&kind->fields[i], arena), arena), &kind->fields[i]};
    }
    qsort(labels->items, labels->count, sizeof *labels->items, by_text);
}

const FormGroup *
form_labels_group(const FormLabels *labels, const FormSection *section, Text folded)
{
    for (size_t i = 0; i < labels->group_count; i++) {
        if (labels->groups[i].section == section && text_equal(labels->groups[i].folded, folded))
            return &labels->groups[i];
    }
    return NULL;
}

static void
read_groups(FormLabels *labels, Arena *arena)
{
    const UploadKind *kind = labels->kind;
    labels->groups = arena_array(arena, kind->field_count, sizeof *labels->groups);
    for (size_t i = 0; i < kind->field_count; i++) {
        const Field *field = &kind->fields[i];
        Text folded = fold_key(field->group, arena);
        if (folded.len > 0 && form_labels_group(labels, field->section, folded) == NULL)
            labels->groups[labels->group_count++] = (FormGroup){folded, field->group, field->section};
    }
}

/* The run of labels that are all of `folded`. */
static LabelRun
run_of(const FormLabels *labels, Text folded)
{
    size_t low = 0;
    for (size_t high = labels->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(labels->items[middle].folded, folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    LabelRun run = {&labels->items[low], 0};
    while (low + run.count < labels->count && text_equal(labels->items[low + run.count].folded, folded))
        run.count++;
    return run;
}

/* 一、申报企业…, （1）工业…, 1.1 工业…; a section that is called by its title has no number. */
static void
read_titles(FormLabels *labels, Arena *arena)
{
    const UploadKind *kind = labels->kind;
    labels->titles = arena_array(arena, kind->section_count, sizeof *labels->titles);
    for (size_t i = 0; i < kind->section_count; i++) {
        const FormSection *section = &kind->sections[i];
        FormTitle *title = &labels->titles[i];
        bool unnumbered = text_equal(section->section, section->title);
        title->section = section;
        title->plain = fold_key(section->title, arena);
        title->numbered = unnumbered ? TEXT_NONE : fold_key(section->section, arena);
        title->is_label = run_of(labels, title->plain).count > 0;
    }
}

FormLabels
form_labels_new(const UploadSet *set, Arena *arena)
{
    FormLabels labels = {.kind = form_kind(set),
                         .form_year = set->form_year,
                         .base_year = set->base_year,
                         .since_year = set->since_year};
    if (labels.kind == NULL)
        return labels;
    read_labels(&labels, arena);
    read_groups(&labels, arena);
    read_titles(&labels, arena);
    return labels;
}

/* The first label that is not less than the text's first character. */
static size_t
first_like(const FormLabels *labels, Text character)
{
    size_t low = 0;
    for (size_t high = labels->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(labels->items[middle].folded, character) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

LabelRun
form_labels_at(const FormLabels *labels, const FormText *text, size_t at, size_t *end)
{
    Text character = form_text_character(text, at);
    Text longest = TEXT_NONE;
    if (character.len == 0)
        return (LabelRun){NULL, 0};
    for (size_t i = first_like(labels, character);
         i < labels->count && text_starts_with(labels->items[i].folded, character); i++) {
        size_t behind = form_text_match(text, at, labels->items[i].folded);
        if (behind == 0 || labels->items[i].folded.len <= longest.len)
            continue;
        longest = labels->items[i].folded;
        *end = behind;
    }
    return longest.len == 0 ? (LabelRun){NULL, 0} : run_of(labels, longest);
}

const FormGroup *
form_labels_group_at(const FormLabels *labels, const FormText *text, size_t at, size_t *end)
{
    const FormGroup *longest = NULL;
    for (size_t i = 0; i < labels->group_count; i++) {
        const FormGroup *group = &labels->groups[i];
        size_t behind = form_text_match(text, at, group->folded);
        if (behind == 0 || (longest != NULL && group->folded.len <= longest->folded.len))
            continue;
        longest = group;
        *end = behind;
    }
    return longest;
}

/* What may stand between a heading's number and its title. */
static size_t
skip_parting(const FormText *text, size_t at)
{
    static const char *const partings[] = {"、", ".", ":", ",", NULL};
    size_t end = form_text_match_any(text, at, partings);
    return end > 0 ? end : at;
}

static size_t
numbered_title_at(const FormTitle *title, const FormText *text, size_t at)
{
    size_t behind = form_text_match(text, at, title->numbered);
    return behind == 0 ? 0 : form_text_match(text, skip_parting(text, behind), title->plain);
}

/* Behind a number that a list has counted to and that is not the section's own: 12. , （3）, 二、. */
static size_t
skip_number(const FormText *text, size_t at)
{
    static const char *const signs[] = {"(",  ")",  "、", ".",  "一", "二", "三", "四",
                                        "五", "六", "七", "八", "九", "十", NULL};
    while (form_text_is_digit(text, at) || form_text_match_any(text, at, signs) > 0)
        at++;
    return at;
}

/* At the head of a text, and with a star and a note at most a line of its own. */
static size_t
plain_title_at(const FormTitle *title, const FormText *text, size_t at)
{
    static const char *const stars[] = {"*", NULL};
    size_t behind = at == 0 ? form_text_match(text, skip_number(text, at), title->plain) : 0;
    size_t star = form_text_match_any(text, behind, stars);
    size_t end = star > 0 ? star : behind;
    size_t note = behind > 0 ? form_text_bracket_end(text, end, text->count) : 0;
    end = note > 0 ? note : end;
    return behind > 0 && (end == text->count || text->glyphs[end].after_line) ? behind : 0;
}

const FormTitle *
form_labels_title_at(const FormLabels *labels, const FormText *text, size_t at, size_t *end)
{
    const FormTitle *longest = NULL;
    for (size_t i = 0; i < labels->kind->section_count; i++) {
        const FormTitle *title = &labels->titles[i];
        size_t behind = numbered_title_at(title, text, at);
        if (behind == 0)
            behind = plain_title_at(title, text, at);
        if (behind == 0 || (longest != NULL && behind <= *end))
            continue;
        longest = title;
        *end = behind;
    }
    return longest;
}

const FormTitle *
form_labels_title_begins(const FormLabels *labels, const FormText *text, size_t *end)
{
    const FormTitle *longest = NULL;
    size_t number = skip_number(text, 0);
    for (size_t i = 0; i < labels->kind->section_count; i++) {
        const FormTitle *title = &labels->titles[i];
        size_t behind = numbered_title_at(title, text, 0);
        if (behind == 0)
            behind = form_text_match(text, number, title->plain);
        if (behind == 0 || (longest != NULL && behind <= *end))
            continue;
        longest = title;
        *end = behind;
    }
    return longest;
}

bool
form_labels_asks(const FormLabels *labels, const FormSection *section)
{
    for (size_t i = 0; i < labels->kind->field_count; i++) {
        if (labels->kind->fields[i].section == section)
            return true;
    }
    return false;
}

bool
form_labels_is_below(const FormLabels *labels, const FormSection *section, const FormSection *heading)
{
    const UploadKind *kind = labels->kind;
    if (form_labels_asks(labels, heading))
        return false;
    for (size_t i = 0; i < kind->section_count; i++) {
        if (text_equal(kind->sections[i].dimension, heading->section))
            return text_equal(section->dimension, heading->section);
    }
    return true;
}

Text
form_labels_name(const Field *field, Arena *arena)
{
    if (field->group.len == 0)
        return field->title;
    return arena_printf(arena, "%" TEXT_FMT "-%" TEXT_FMT, TEXT_ARG(field->group), TEXT_ARG(field->title));
}

bool
form_labels_year_fits(const FormLabels *labels, const Field *field, int64_t year)
{
    int64_t first;
    int64_t last;
    if (field->years.len == 0)
        return true;
    if (!upload_years(field->years, &first, &last))
        return year == labels->since_year;
    return year >= labels->base_year + first && year <= labels->base_year + last;
}
