#include "trace/ask.h"

#include "base/hash.h"
#include "text/fold.h"
#include "trace/outputs.h"
#include "trace/tell.h"

static Text
folded(const Trace *trace, const char *written)
{
    return written == NULL || *written == '\0' ? TEXT_NONE : fold_key(text_of(written), trace->state->arena);
}

static void
tell_candidates(const Trace *trace, const DbResult *lines)
{
    answer_part(trace->answer, "candidate");
    for (size_t row = 0; row < db_rows(lines); row++) {
        static const char *const facts[] = {"unit_name", "platform", "enterprise", "decision",
                                            "file",      "sheet",    "row",        "path"};
        answer_row(trace->answer);
        for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
            answer_fact(trace->answer, facts[i], db_named(lines, row, facts[i]));
        if (db_named(lines, row, "path").len > 0)
            answer_fact(trace->answer, "sha256", db_named(lines, row, "sha256"));
    }
}

/* *known is false where no nomination has such a name. */
static bool
ask_nomination(const Trace *trace, const Question *question, bool *known, bool *ambiguous, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, folded(trace, question->operand),
                               folded(trace, question->unit), folded(trace, question->enterprise)};
    *known = false;
    if (parameters[2].len == 0)
        return true;
    DbResult *lines = db_query(trace->db, "trace/nominations", parameters, 5, err);
    if (lines == NULL)
        return false;
    Subject subject = {.item = TEXT_NONE};
    *known = db_rows(lines) > 0;
    *ambiguous = db_rows(lines) > 1;
    if (*ambiguous)
        tell_candidates(trace, lines);
    else if (*known)
        subject_of_nomination(trace, lines, 0, &subject);
    db_result_free(lines);
    return !*known || *ambiguous || tell_subject(trace, &subject, err);
}

/* The place that was asked for, in a file that came. */
static bool
ask_arrival(const Trace *trace, const Target *target, Text source, Text path, Text sha256, Err *err)
{
    Subject subject;
    bool found;
    Text sheet = target->row.len > 0 || target->sheet.len > 0 ? target->sheet : TEXT_NONE;
    return subject_by_place(trace, source, path, sha256, sheet, target->row, target->cell, &subject, &found, err) &&
           (found || err_set(err, ERR_BUG, "an arrival that is none")) && tell_subject(trace, &subject, err);
}

/* A file that came, by its name or the digest of its bytes. */
static bool
ask_file(const Trace *trace, const Target *target, Text name, bool *known, bool *ambiguous, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, name};
    DbResult *lines = db_query(trace->db, "trace/arrivals", parameters, 3, err);
    if (lines == NULL)
        return false;
    *known = db_rows(lines) > 0;
    *ambiguous = db_rows(lines) > 1;
    bool ok = true;
    if (*ambiguous)
        tell_candidates(trace, lines);
    else if (*known)
        ok = ask_arrival(trace, target, db_named(lines, 0, "source"), db_named(lines, 0, "path"),
                         db_named(lines, 0, "sha256"), err);
    db_result_free(lines);
    return ok;
}

/* A file of this machine that is no output: what came with these bytes. */
static bool
ask_bytes(const Trace *trace, const Target *target, bool *known, bool *ambiguous, Err *err)
{
    char digest[HASH_HEX + 1];
    *known = false;
    return target->path == NULL ||
           (hash_file(target->path, digest, err) && ask_file(trace, target, text_of(digest), known, ambiguous, err));
}

bool
ask_came(const Trace *trace, const Target *target, bool *came, Err *err)
{
    char digest[HASH_HEX + 1];
    if (!hash_file(target->path, digest, err))
        return false;
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, text_of(digest)};
    DbResult *lines = db_query(trace->db, "trace/arrivals", parameters, 3, err);
    *came = lines != NULL && db_rows(lines) > 0;
    db_result_free(lines);
    return lines != NULL;
}

bool
ask(const Trace *trace, const Question *question, const Target *target, bool *ambiguous, Err *err)
{
    bool known = false;
    *ambiguous = false;
    if (target->root != NULL)
        return outputs_tell(trace, target, err);
    if (!ask_bytes(trace, target, &known, ambiguous, err))
        return false;
    if (!known && target->row.len == 0 && !ask_nomination(trace, question, &known, ambiguous, err))
        return false;
    if (!known && !ask_file(trace, target, target->file, &known, ambiguous, err))
        return false;
    if (known)
        return true;
    const char *looked =
        target->path == NULL ? "" : arena_printf(trace->state->arena, " (looked at \"%s\")", target->path).ptr;
    return err_set(err, ERR_NO_INPUT, "neither a nomination nor a file of cycle \"%" TEXT_FMT "\": \"%s\"%s",
                   TEXT_ARG(trace->state->cycle->name), question->operand, looked);
}
