#include "asked/form_dated.h"

#include "schema/field.h"
#include "schema/remark.h"

FormDated
form_dated_read(const FormLabels *labels, const FormText *text, size_t from, size_t to, Arena *arena)
{
    FormDated dated = {.said = TEXT_NONE};
    Text written = form_text_between(text, from, to);
    dated.other = remark_sense(written, NULL, arena) == REMARK_OTHER;
    dated.said = dated.other ? written : TEXT_NONE;
    for (size_t at = from; at < to;) {
        FormSpan span;
        size_t end = form_span_at(text, at, labels->base_year, &span);
        at = end > at ? end : at + 1;
        if (end == 0 || end > to)
            continue;
        dated.said = written;
        dated.starts = dated.starts || span.since;
        dated.other_start = dated.other_start || (span.since && (span.first != labels->since_year || span.part));
        dated.latest = span.last > dated.latest ? span.last : dated.latest;
    }
    return dated;
}

bool
form_dated_contradicts(const FormLabels *labels, const FormDated *dated, const Field *field)
{
    int64_t first;
    int64_t last;
    if (dated->other)
        return field_is_number(field);
    if (dated->said.len == 0 || field->years.len == 0)
        return false;
    if (!upload_years(field->years, &first, &last))
        return dated->starts ? dated->other_start : dated->latest < labels->since_year;
    return !dated->starts && dated->latest < labels->base_year + last;
}

const char *
form_dated_code(const FormDated *dated)
{
    return dated->other ? "form_label_other" : "form_label_year";
}

bool
form_dated_is_early(const FormLabels *labels, const FormDated *dated, const Field *field)
{
    int64_t first;
    int64_t last;
    bool open = field->years.len == 0 || !upload_years(field->years, &first, &last);
    return open && field_is_number(field) && !dated->starts && dated->latest > 0 && dated->latest < labels->base_year &&
           !form_dated_contradicts(labels, dated, field);
}
