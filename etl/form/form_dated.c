#include "form/form_dated.h"

FormDated
form_dated_read(const FormLabels *labels, const FormText *text, size_t from, size_t to)
{
    FormDated dated = {.said = TEXT_NONE};
    for (size_t at = from; at < to;) {
        FormSpan span;
        size_t end = form_span_at(text, at, labels->base_year, &span);
        at = end > at ? end : at + 1;
        if (end == 0 || end > to)
            continue;
        dated.said = form_text_between(text, from, to);
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
    if (dated->said.len == 0 || field->years.len == 0)
        return false;
    if (!upload_years(field->years, &first, &last))
        return dated->starts ? dated->other_start : dated->latest < labels->since_year;
    return !dated->starts && dated->latest < labels->base_year + last;
}
