#include "trace/place.h"

#include "text/mask.h"
#include "trace/bytes.h"
#include "trace/original.h"

Text
place_shown(const Trace *trace, bool personal, Text value)
{
    return personal && !trace->personal ? mask_person(value, trace->state->arena) : value;
}

static bool
is_true(const DbResult *result, size_t row, const char *column)
{
    return text_equal(db_named(result, row, column), TEXT("true"));
}

/* Columns that may hold what was written of a person. */
static bool
holds_writing(Text column)
{
    static const char *const columns[] = {"raw", "text", "value", "folded"};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (text_equal(column, text_of(columns[i])))
            return true;
    return false;
}

/* A field's line: of a person's field what was written is masked. */
static void
tell_field(const Trace *trace, const DbResult *line, size_t row)
{
    bool personal = is_true(line, row, "personal");
    answer_row(trace->answer);
    for (int column = 0; column < db_columns(line); column++) {
        Text name = db_column_name(line, column);
        Text value = db_cell(line, row, column);
        if (text_equal(name, TEXT("personal")) || text_equal(name, TEXT("table_no")) || text_equal(name, TEXT("item")))
            continue;
        answer_fact(trace->answer, name.ptr, holds_writing(name) ? place_shown(trace, personal, value) : value);
    }
}

/* True where a field that is no person's was read from the place, so that its own text may be shown. */
static bool
tell_fields(const Trace *trace, const DbResult *lines)
{
    bool harmless = db_rows(lines) > 0;
    for (size_t row = 0; row < db_rows(lines); row++) {
        tell_field(trace, lines, row);
        harmless = harmless && !is_true(lines, row, "personal");
    }
    return harmless;
}

/* Fields of tables and forms at the place. *cell becomes the one that the field was read from. */
static bool
tell_figures(const Trace *trace, const Subject *subject, bool *harmless, Text *cell, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name,
                               trace->state->as_of,
                               subject->arrival,
                               subject->sheet,
                               subject->row,
                               subject->cell,
                               subject->field};
    DbResult *lines = db_query(trace->db, "trace/figures", parameters, 7, err);
    if (lines == NULL)
        return false;
    *harmless = tell_fields(trace, lines);
    if (subject->field.len > 0 && db_rows(lines) == 1)
        *cell = arena_text(trace->state->arena, db_named(lines, 0, "cell"));
    db_result_free(lines);
    return true;
}

static bool
tell_list_row(const Trace *trace, const Subject *subject, Text list, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, list, subject->row};
    DbResult *lines = db_query(trace->db, "trace/list_row", parameters, 3, err);
    if (lines == NULL)
        return false;
    tell_fields(trace, lines);
    db_result_free(lines);
    return true;
}

static bool
tell_reject(const Trace *trace, const Subject *subject, Text table_no, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, subject->arrival, table_no,
                               subject->row};
    DbResult *reject = db_query(trace->db, "trace/list_reject", parameters, 5, err);
    if (reject == NULL)
        return false;
    answer_part(trace->answer, "reject");
    for (size_t row = 0; row < db_rows(reject); row++)
        answer_result_row(trace->answer, reject, row);
    db_result_free(reject);
    return true;
}

/* The tables of the sheet: of a list the row as it was loaded, or why it was not. *harmless where no table has people's fields. */
static bool
tell_tables(const Trace *trace, const Subject *subject, bool *harmless, Err *err)
{
    const Text parameters[] = {trace->state->cycle->name, trace->state->as_of, subject->arrival, subject->sheet};
    DbResult *tables = db_query(trace->db, "trace/tables", parameters, 4, err);
    bool ok = tables != NULL;
    bool of_people = !ok || db_rows(tables) == 0;
    for (size_t row = 0; ok && row < db_rows(tables); row++) {
        of_people = of_people || is_true(tables, row, "personal");
        Text list = db_named(tables, row, "list_id");
        answer_part(trace->answer, "list");
        if (list.len > 0 && subject->row.len > 0)
            ok = tell_list_row(trace, subject, list, err) &&
                 tell_reject(trace, subject, db_named(tables, row, "table_no"), err);
    }
    *harmless = *harmless || !of_people;
    db_result_free(tables);
    return ok;
}

/* The cell as the archived file has it. A text that no harmless field was read from may be a person's, where the table has such fields. */
static bool
tell_original(const Trace *trace, const Subject *subject, Text cell, bool harmless, Err *err)
{
    uint64_t row_no;
    int column;
    bool whole;
    const Row *row;
    if (trace->archive == NULL || subject->sha256.len == 0 || !row_read_cell(cell, &row_no, &column))
        return true;
    const char *path = original_path(trace, subject);
    answer_part(trace->answer, "original");
    answer_row(trace->answer);
    if (!original_tell(trace, subject, &whole, err) || !whole)
        return err->code == ERR_NONE;
    if (!original_row(trace, path, subject->sheet, subject->row, &row, err))
        return false;
    bool there = row != NULL && column < (int)row->cell_count && row->cells[column].ptr != NULL;
    answer_fact(trace->answer, "cell", cell);
    if (!there) {
        answer_say(trace->answer, "note", "original_absent", NULL, 0);
        return true;
    }
    answer_fact(trace->answer, "written", place_shown(trace, !harmless, row->cells[column]));
    Text bytes = TEXT_NONE;
    if ((harmless || trace->personal) && !bytes_of(trace, subject, path, row->cells[column], &bytes, err))
        return false;
    answer_fact(trace->answer, "bytes", bytes);
    return true;
}

bool
place_tell(const Trace *trace, const Subject *subject, Err *err)
{
    bool harmless = false;
    Text cell = subject->cell;
    bool placed = subject->sheet.ptr != NULL && subject->row.len > 0;
    if (!placed && subject->field.len == 0)
        return true;
    answer_part(trace->answer, "field");
    if (!tell_figures(trace, subject, &harmless, &cell, err) || !placed)
        return err->code == ERR_NONE;
    return tell_tables(trace, subject, &harmless, err) && tell_original(trace, subject, cell, harmless, err);
}

/* What a finding quotes, masked where `of_person` is true of it. */
static Text
quoted(const Trace *trace, const DbResult *found, size_t row, const char *column, const char *of_person)
{
    return place_shown(trace, is_true(found, row, of_person), db_named(found, row, column));
}

static void
tell_finding(const Trace *trace, const DbResult *found, size_t row)
{
    const MessageValues values = {.file = db_named(found, row, "file"),
                                  .sheet = db_named(found, row, "sheet"),
                                  .cell = db_named(found, row, "cell"),
                                  .row = db_named(found, row, "row"),
                                  .field = db_named(found, row, "field"),
                                  .raw = quoted(trace, found, row, "raw", "personal"),
                                  .read_as = quoted(trace, found, row, "read_as", "personal"),
                                  .expected = quoted(trace, found, row, "expected", "compared"),
                                  .unit = db_named(found, row, "unit_name"),
                                  .platform = db_named(found, row, "platform"),
                                  .enterprise = db_named(found, row, "enterprise")};
    static const char *const told[] = {"severity", "code", "sheet", "cell", "row", "field", "clause", "passed"};
    answer_row(trace->answer);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        answer_fact(trace->answer, told[i], db_named(found, row, told[i]));
    answer_fact(trace->answer, "message",
                messages_render(trace->state->messages, db_named(found, row, "code"), &values, trace->state->arena));
}

bool
place_findings(const Trace *trace, const Subject *subject, Err *err)
{
    const Text parameters[] = {
        trace->state->cycle->name, trace->state->as_of, subject->arrival, subject->sheet, subject->row, subject->cell};
    DbResult *found = db_query(trace->db, "trace/findings", parameters, 6, err);
    if (found == NULL)
        return false;
    answer_part(trace->answer, "finding");
    for (size_t row = 0; row < db_rows(found); row++)
        tell_finding(trace, found, row);
    db_result_free(found);
    return true;
}
