#include "trace/subject.h"

static Text
kept(const Trace *trace, const DbResult *line, size_t row, const char *column)
{
    Text value = db_named(line, row, column);
    return value.ptr == NULL ? TEXT_NONE : arena_text(trace->state->arena, value);
}

void
subject_of_nomination(const Trace *trace, const DbResult *line, size_t row, Subject *subject)
{
    subject->key = kept(trace, line, row, "key");
    subject->own_row = subject->key.len > 0;
    subject->unit_code = kept(trace, line, row, "unit_code");
    subject->platform = kept(trace, line, row, "folded_platform");
    subject->enterprise = kept(trace, line, row, "folded_enterprise");
    subject->arrival = kept(trace, line, row, "arrival_id");
    subject->file = kept(trace, line, row, "file");
    subject->sha256 = kept(trace, line, row, "sha256");
    subject->table_no = kept(trace, line, row, "table_no");
    subject->item = kept(trace, line, row, "item");
    subject->sheet = kept(trace, line, row, "sheet");
    subject->row = kept(trace, line, row, "row");
}

bool
subject_by_key(const Trace *trace, Text key, Subject *subject, bool *found, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, key};
    DbResult *line = db_query(trace->db, "trace/nomination_by_key", parameters, 3, err);
    if (line == NULL)
        return false;
    *found = db_rows(line) == 1;
    if (*found)
        subject_of_nomination(trace, line, 0, subject);
    db_result_free(line);
    return true;
}

/* The nomination whose row of a 汇总表 holds the place. */
static bool
find_nomination(const Trace *trace, Subject *subject, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, subject->arrival, subject->sheet,
                               subject->row};
    if (subject->sheet.ptr == NULL || subject->row.len == 0)
        return true;
    DbResult *line = db_query(trace->db, "trace/nomination_by_row", parameters, 5, err);
    if (line == NULL)
        return false;
    if (db_rows(line) > 0)
        subject_of_nomination(trace, line, 0, subject);
    db_result_free(line);
    return true;
}

bool
subject_by_place(const Trace *trace, Text source, Text file, Text sha256, Text sheet, Text row, Text cell,
                 Subject *subject, bool *found, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, source, file, sha256};
    DbResult *line = db_query(trace->db, "trace/arrival", parameters, 5, err);
    if (line == NULL)
        return false;
    *found = db_rows(line) == 1;
    if (*found)
        *subject = (Subject){.arrival = kept(trace, line, 0, "arrival_id"),
                             .file = kept(trace, line, 0, "path"),
                             .sha256 = kept(trace, line, 0, "sha256"),
                             .sheet = sheet,
                             .row = row,
                             .cell = cell};
    db_result_free(line);
    return !*found || find_nomination(trace, subject, err);
}

bool
subject_by_arrival(const Trace *trace, Text arrival, Subject *subject, bool *found, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, arrival};
    DbResult *line = db_query(trace->db, "trace/file", parameters, 3, err);
    if (line == NULL)
        return false;
    *found = db_rows(line) == 1;
    if (*found)
        *subject = (Subject){.arrival = arena_text(trace->state->arena, arrival),
                             .file = kept(trace, line, 0, "path"),
                             .sha256 = kept(trace, line, 0, "sha256")};
    db_result_free(line);
    return true;
}

bool
subject_by_form(const Trace *trace, const Subject *nomination, Text field, Subject *subject, bool *found, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, nomination->key, field};
    DbResult *line = db_query(trace->db, "trace/form", parameters, 4, err);
    if (line == NULL)
        return false;
    *found = db_rows(line) == 1;
    if (*found) {
        subject_of_nomination(trace, line, 0, subject);
        subject->cell = kept(trace, line, 0, "cell");
        subject->field = field;
        subject->key = nomination->key;
        subject->unit_code = nomination->unit_code;
        subject->platform = nomination->platform;
        subject->enterprise = nomination->enterprise;
    }
    db_result_free(line);
    return true;
}
