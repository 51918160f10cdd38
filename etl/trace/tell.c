#include "trace/tell.h"

#include "trace/original.h"
#include "trace/place.h"

enum { PARAMETER_MAX = 6 };

/* A part of what a query says: cycle and clock are its first parameters. */
static bool
tell_query(const Trace *trace, const char *part, const char *query, const Text *values, int count, Err *err)
{
    Text parameters[2 + PARAMETER_MAX] = {trace->state->cycle->name, trace->state->as_of};
    for (int i = 0; i < count; i++)
        parameters[2 + i] = values[i];
    DbResult *result = db_query(trace->db, query, parameters, 2 + count, err);
    if (result == NULL)
        return false;
    answer_part(trace->answer, part);
    for (size_t row = 0; row < db_rows(result); row++)
        answer_result_row(trace->answer, result, row);
    db_result_free(result);
    return true;
}

/* Where the archive has the bytes, and how they were decoded. */
static bool
tell_reading(const Trace *trace, const Subject *subject, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, subject->arrival};
    DbResult *facts = db_query(trace->db, "trace/reading", parameters, 3, err);
    if (facts == NULL)
        return false;
    for (size_t row = 0; row < db_rows(facts); row++)
        answer_fact(trace->answer, arena_string(trace->state->arena, db_named(facts, row, "name")),
                    db_named(facts, row, "value"));
    db_result_free(facts);
    if (trace->archive == NULL || subject->sha256.len == 0)
        return true;
    bool whole;
    answer_fact(trace->answer, "archive", text_of(original_path(trace, subject)));
    return original_tell(trace, subject, &whole, err);
}

static bool
tell_file(const Trace *trace, const Subject *subject, Err *err)
{
    return tell_query(trace, "file", "trace/file", &subject->arrival, 1, err) && tell_reading(trace, subject, err) &&
           tell_query(trace, "outcome", "trace/outcomes", &subject->arrival, 1, err);
}

static bool
tell_rules(const Trace *trace, const Subject *subject, Err *err)
{
    const Text values[] = {subject->arrival,
                           subject->table_no,
                           subject->item,
                           subject->field,
                           subject->own_row ? subject->key : TEXT_NONE,
                           subject->own_row ? TEXT_NONE : subject->cell};
    return tell_query(trace, "rule", "trace/rules", values, 6, err);
}

static bool
tell_registers(const Trace *trace, const Subject *subject, Err *err)
{
    const Text values[] = {subject->unit_code, subject->platform, subject->enterprise, subject->file};
    return tell_query(trace, "register", "trace/registers", values, 4, err);
}

static bool
tell_papers(const Trace *trace, const Subject *subject, Err *err)
{
    return !subject->own_row || tell_query(trace, "paper", "trace/papers", &subject->key, 1, err);
}

bool
tell_subject(const Trace *trace, const Subject *subject, Err *err)
{
    bool nominated = subject->key.len > 0;
    return (!nominated || tell_query(trace, "nomination", "trace/nomination", &subject->key, 1, err)) &&
           tell_file(trace, subject, err) && place_tell(trace, subject, err) && tell_rules(trace, subject, err) &&
           place_findings(trace, subject, err) && tell_registers(trace, subject, err) &&
           tell_papers(trace, subject, err) &&
           tell_query(trace, "version", "trace/versions", &subject->arrival, 1, err) &&
           (!nominated || tell_query(trace, "history", "trace/history", &subject->key, 1, err));
}
