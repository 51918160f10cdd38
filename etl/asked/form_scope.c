#include "asked/form_scope.h"

enum { CANDIDATES_MOST = 32 };

typedef struct Candidates {
    const Field *items[CANDIDATES_MOST];
    size_t count;
} Candidates;

typedef bool (*Fits)(const FormScope *scope, const FormMark *mark, const Field *field);

/* True where the heading of the field's section stands in the form. */
static bool
is_headed(const FormScope *scope, const FormSection *section)
{
    return scope->headed[section - scope->labels->kind->sections];
}

bool
form_scope_has_headings(const FormScope *scope)
{
    for (size_t i = 0; i < scope->labels->kind->section_count; i++) {
        if (scope->headed[i])
            return true;
    }
    return false;
}

static bool
is_here(const FormScope *scope, const FormMark *mark, const Field *field)
{
    (void)mark;
    return field->section == scope->section;
}

static bool
is_unheaded(const FormScope *scope, const FormMark *mark, const Field *field)
{
    (void)mark;
    return !is_headed(scope, field->section);
}

static bool
is_in_group(const FormScope *scope, const FormMark *mark, const Field *field)
{
    (void)mark;
    const FormGroup *group =
        scope->group.len == 0 ? NULL : form_labels_group(scope->labels, field->section, scope->group);
    return group != NULL && text_equal(group->group, field->group);
}

static bool
is_in_no_group(const FormScope *scope, const FormMark *mark, const Field *field)
{
    (void)scope;
    (void)mark;
    return field->group.len == 0;
}

static bool
is_that_blank(const FormScope *scope, const FormMark *mark, const Field *field)
{
    (void)scope;
    return mark->blank == 0 || field->blank == 0 || field->blank == mark->blank;
}

/* 近三年 asks for the sum of those years, and a remark that names others, or one of them, says what else it is; 截至2022年 is the last of them. */
static bool
is_of_span(const FormMark *mark, int64_t first, int64_t last)
{
    int64_t earliest = mark->years[0];
    int64_t latest = mark->years[0];
    for (size_t i = 1; i < mark->year_count; i++) {
        earliest = mark->years[i] < earliest ? mark->years[i] : earliest;
        latest = mark->years[i] > latest ? mark->years[i] : latest;
    }
    return latest == last && (earliest == first || mark->year_count == 1);
}

/* A count since a year ends no earlier than that year and no later than the form's own; one that may end too early is told as doubtful. */
static bool
is_until_now(const FormScope *scope, const FormMark *mark)
{
    return mark->until >= scope->labels->since_year && mark->until <= scope->labels->form_year;
}

static bool
is_of_year(const FormScope *scope, const FormMark *mark, const Field *field)
{
    int64_t base = scope->labels->base_year;
    int64_t first;
    int64_t last;
    if (mark->year_count == 0 || field->years.len == 0)
        return true;
    bool since = !upload_years(field->years, &first, &last);
    if (since && mark->until > 0 && mark->year_count == 1)
        return is_until_now(scope, mark);
    if (!since && first < last)
        return is_of_span(mark, base + first, base + last);
    for (size_t i = 0; i < mark->year_count; i++) {
        if (form_labels_year_fits(scope->labels, field, mark->years[i]))
            return true;
    }
    return false;
}

/* Keeps those that fit; where none does, all stay. False then. */
static bool
narrow(const FormScope *scope, const FormMark *mark, Fits fits, Candidates *candidates)
{
    Candidates kept = {.count = 0};
    for (size_t i = 0; i < candidates->count; i++) {
        if (fits(scope, mark, candidates->items[i]))
            kept.items[kept.count++] = candidates->items[i];
    }
    if (kept.count > 0)
        *candidates = kept;
    return kept.count > 0;
}

static Candidates
candidates_of(const FormMark *mark)
{
    Candidates candidates = {.count = 0};
    for (size_t i = 0; i < mark->run.count && candidates.count < CANDIDATES_MOST; i++)
        candidates.items[candidates.count++] = mark->run.first[i].field;
    return candidates;
}

static bool
are_blanks_of_one_label(const Candidates *candidates)
{
    const Field *first = candidates->items[0];
    for (size_t i = 0; i < candidates->count; i++) {
        const Field *field = candidates->items[i];
        if (field->blank == 0 || field->section != first->section || !text_equal(field->title, first->title))
            return false;
    }
    return candidates->count <= FORM_SCOPE_BLANKS;
}

/* By the years as the label names them, else by their numbers. */
static bool
comes_before(const FormScope *scope, const FormMark *mark, const Field *left, const Field *right)
{
    for (size_t i = 0; mark->year_count > 1 && i < mark->year_count; i++) {
        bool one = form_labels_year_fits(scope->labels, left, mark->years[i]);
        bool other = form_labels_year_fits(scope->labels, right, mark->years[i]);
        if (one != other)
            return one;
    }
    return left->blank < right->blank;
}

static FormTarget
target_of(const FormScope *scope, const FormMark *mark, const Candidates *candidates)
{
    FormTarget target = {.meaning = FORM_MEANS_FIELDS};
    for (size_t i = 0; i < candidates->count && i < FORM_SCOPE_BLANKS; i++) {
        size_t at = target.count++;
        for (; at > 0 && comes_before(scope, mark, candidates->items[i], target.fields[at - 1]); at--)
            target.fields[at] = target.fields[at - 1];
        target.fields[at] = candidates->items[i];
    }
    if (candidates->count > 1 && !are_blanks_of_one_label(candidates))
        target.meaning = FORM_MEANS_SEVERAL;
    return target;
}

FormTarget
form_scope_resolve(const FormScope *scope, const FormMark *mark)
{
    Candidates candidates = candidates_of(mark);
    if (!narrow(scope, mark, is_here, &candidates) && !narrow(scope, mark, is_unheaded, &candidates))
        return (FormTarget){.meaning = FORM_MEANS_NOTHING};
    if (!narrow(scope, mark, is_in_group, &candidates))
        narrow(scope, mark, is_in_no_group, &candidates);
    narrow(scope, mark, is_that_blank, &candidates);
    bool of_year = narrow(scope, mark, is_of_year, &candidates);
    FormTarget target = target_of(scope, mark, &candidates);
    if (!of_year)
        target.meaning = FORM_MEANS_OTHER_YEAR;
    return target;
}

void
form_scope_enter(FormScope *scope, const FormTarget *target)
{
    const Field *field = target->fields[0];
    if (field->section != scope->section) {
        scope->section = field->section;
        scope->group = TEXT_NONE;
    }
    if (form_labels_group(scope->labels, field->section, field->aliases[0]) != NULL)
        scope->group = field->aliases[0];
}

void
form_scope_begin(FormScope *scope, const FormSection *section)
{
    scope->section = section;
    scope->group = TEXT_NONE;
}

Text
form_scope_names(const FormTarget *target, Arena *arena)
{
    Text names = TEXT_NONE;
    for (size_t i = 0; i < target->count; i++) {
        const Field *field = target->fields[i];
        names = arena_printf(arena, "%" TEXT_FMT "%s%" TEXT_FMT " %" TEXT_FMT, TEXT_ARG(names), i > 0 ? "、" : "",
                             TEXT_ARG(field->section->section), TEXT_ARG(form_labels_name(field, arena)));
    }
    return names;
}
