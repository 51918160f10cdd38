#include "trace/sources.h"

#include "trace/original.h"
#include "trace/place.h"
#include "trace/tell.h"

static Text
cell_of(const Trace *trace, StateTable table, size_t row, const char *column)
{
    return state_cell(trace->state, table, row, column);
}

/* The nomination of a row that names unit, platform and enterprise; SIZE_MAX where it names none. */
static size_t
nomination_of(const Trace *trace, StateTable table, size_t row)
{
    static const char *const names[] = {"unit_name", "platform", "enterprise"};
    for (size_t at = 0; at < state_rows(trace->state, STATE_NOMINATIONS); at++) {
        bool same = cell_of(trace, table, row, "platform").len > 0;
        for (size_t i = 0; same && i < sizeof names / sizeof *names; i++)
            same = text_equal(cell_of(trace, table, row, names[i]), cell_of(trace, STATE_NOMINATIONS, at, names[i]));
        /* of two with the same names that of the row's own place */
        if (same && cell_of(trace, table, row, "row").len > 0)
            same = text_equal(cell_of(trace, table, row, "row"), cell_of(trace, STATE_NOMINATIONS, at, "row")) &&
                   text_equal(cell_of(trace, table, row, "file"), cell_of(trace, STATE_NOMINATIONS, at, "file"));
        if (same)
            return at;
    }
    return SIZE_MAX;
}

/* Whether a count of 名额 has counted that row; one that is no count of some has counted all. */
static bool
is_counted(const Trace *trace, size_t row, Text count)
{
    static const char *const held[] = {"late", "duplicate", "needs_review"};
    static const char *const by_decision[] = {"withdrawn",    "ineligible", "late",  "duplicate",
                                              "needs_review", "over_quota", "exempt"};
    Text decision = cell_of(trace, STATE_DECISIONS, row, "decision");
    bool seated = text_equal(cell_of(trace, STATE_DECISIONS, row, "counts_against_quota"), TEXT("true"));
    if (text_equal(count, TEXT("counted")) || text_equal(count, TEXT("free")))
        return seated;
    if (text_equal(count, TEXT("waived")))
        return !seated && text_equal(decision, TEXT("recommended"));
    for (size_t i = 0; i < sizeof held / sizeof *held; i++)
        if (text_equal(count, TEXT("held")) && text_equal(decision, text_of(held[i])))
            return true;
    for (size_t i = 0; i < sizeof by_decision / sizeof *by_decision; i++)
        if (text_equal(count, text_of(by_decision[i])))
            return text_equal(decision, count);
    return !text_equal(count, TEXT("held"));
}

/* The rows of 审核结果 that a count is of: those of a unit, or all of them. */
static void
tell_counted(const Trace *trace, Text unit, Text count)
{
    static const char *const facts[] = {
        "unit_name", "seq",  "platform", "enterprise", "decision", "counts_against_quota",
        "reasons",   "file", "sheet",    "row"};
    answer_part(trace->answer, "counted");
    for (size_t row = 0; row < state_rows(trace->state, STATE_DECISIONS); row++) {
        if ((unit.len > 0 && !text_equal(unit, cell_of(trace, STATE_DECISIONS, row, "unit_name"))) ||
            !is_counted(trace, row, count))
            continue;
        answer_row(trace->answer);
        for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
            answer_fact(trace->answer, facts[i], cell_of(trace, STATE_DECISIONS, row, facts[i]));
    }
}

/* And the files of a unit that were counted with them. */
static void
tell_uploads(const Trace *trace, Text unit)
{
    static const char *const facts[] = {"file", "sha256", "platform", "received_at", "outcome", "reason"};
    answer_part(trace->answer, "upload");
    for (size_t row = 0; row < state_rows(trace->state, STATE_UPLOADS); row++) {
        if (!text_equal(unit, cell_of(trace, STATE_UPLOADS, row, "unit_name")))
            continue;
        answer_row(trace->answer);
        for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
            answer_fact(trace->answer, facts[i][0] == 'r' && facts[i][3] == 's' ? "reasons" : facts[i],
                        cell_of(trace, STATE_UPLOADS, row, facts[i]));
    }
}

/* Where a row names a file, that file at the place that the row names. */
static bool
tell_named_file(const Trace *trace, StateTable table, size_t row, bool *found, Err *err)
{
    Text file = cell_of(trace, table, row, "file");
    Subject subject;
    *found = false;
    for (int source = 0; file.len > 0 && !*found && source < 2; source++)
        if (!subject_by_place(trace, source == 0 ? TEXT("inbox") : TEXT("register"), file,
                              cell_of(trace, table, row, "sha256"), cell_of(trace, table, row, "sheet"),
                              cell_of(trace, table, row, "row"), cell_of(trace, table, row, "cell"), &subject, found,
                              err))
            return false;
    return !*found || tell_subject(trace, &subject, err);
}

bool
sources_of_row(const Trace *trace, StateTable table, size_t row, const char *column, Err *err)
{
    bool found = false;
    size_t nomination = table == STATE_NOMINATIONS ? row : nomination_of(trace, table, row);
    /* findings and uploads speak of files, also where they name a platform */
    if (nomination != SIZE_MAX && table != STATE_FINDINGS && table != STATE_UPLOADS) {
        Subject subject = {.item = TEXT_NONE};
        return subject_by_key(trace, cell_of(trace, STATE_NOMINATIONS, nomination, "key"), &subject, &found, err) &&
               (!found || tell_subject(trace, &subject, err));
    }
    if (!tell_named_file(trace, table, row, &found, err))
        return false;
    if (found)
        return true;
    Text unit = cell_of(trace, table, row, "unit_name");
    if (unit.len > 0)
        tell_counted(trace, unit, table == STATE_QUOTA ? text_of(column) : TEXT_NONE);
    if (unit.len > 0 && table != STATE_QUOTA)
        tell_uploads(trace, unit);
    return true;
}

bool
sources_of_total(const Trace *trace, StateTable table, const LayoutColumn *column, Err *err)
{
    (void)err;
    if (table == STATE_QUOTA) {
        tell_counted(trace, TEXT_NONE, column != NULL ? text_of(column->source) : TEXT_NONE);
        return true;
    }
    answer_part(trace->answer, "counted");
    for (size_t row = 0; column != NULL && column->source != NULL && row < state_rows(trace->state, table); row++) {
        answer_row(trace->answer);
        answer_fact(trace->answer, "unit_name", cell_of(trace, table, row, "unit_name"));
        answer_fact(trace->answer, "platform", cell_of(trace, table, row, "platform"));
        answer_fact(trace->answer, "figure", cell_of(trace, table, row, column->source));
    }
    return true;
}

/* Of a unit's own table: the one in force, whatever came to its path since. */
static bool
tell_unit_head(const Trace *trace, size_t unit, const Field *field, Err *err)
{
    Text arrival = cell_of(trace, STATE_UNITS, unit, "head_arrival");
    Subject subject;
    bool found = false;
    if (arrival.len > 0 && !subject_by_arrival(trace, arrival, &subject, &found, err))
        return false;
    if (!found) {
        answer_say(trace->answer, "note", "no_table_in_force", NULL, 0);
        return true;
    }
    subject.field = field->key;
    return tell_subject(trace, &subject, err);
}

bool
sources_of_head(const Trace *trace, size_t unit, const Field *field, Err *err)
{
    bool found = true;
    if (field == NULL)
        return true;
    if (unit != SIZE_MAX)
        return tell_unit_head(trace, unit, field, err);
    for (size_t row = 0; row < state_rows(trace->state, STATE_REGISTERS); row++)
        if (text_equal(cell_of(trace, STATE_REGISTERS, row, "register"), TEXT("register_office")))
            return tell_named_file(trace, STATE_REGISTERS, row, &found, err);
    answer_say(trace->answer, "note", "office_not_registered", NULL, 0);
    return true;
}

/* True where a cell of the row is just that. */
static bool
names(const Row *row, Text word)
{
    for (size_t i = 0; word.len > 0 && i < row->cell_count; i++)
        if (text_equal(row->cells[i], word))
            return true;
    return false;
}

static bool
tell_named_nomination(const Trace *trace, const Row *row, bool *found, Err *err)
{
    for (size_t at = 0; at < state_rows(trace->state, STATE_NOMINATIONS); at++)
        if (names(row, cell_of(trace, STATE_NOMINATIONS, at, "platform")) &&
            (names(row, cell_of(trace, STATE_NOMINATIONS, at, "enterprise")) ||
             names(row, cell_of(trace, STATE_NOMINATIONS, at, "unit_name")))) {
            *found = true;
            return sources_of_row(trace, STATE_NOMINATIONS, at, NULL, err);
        }
    return true;
}

/* Behind the file that a row names its sheet and cell, as lists of findings have them; none where it names none. */
static void
find_named_place(const Row *row, Text file, Arena *arena, Text *sheet, Text *row_no, Text *cell)
{
    bool behind = false;
    for (size_t i = 0; i < row->cell_count && cell->len == 0; i++) {
        uint64_t number;
        int column;
        if (behind && row_read_cell(row->cells[i], &number, &column)) {
            *cell = row->cells[i];
            *sheet = row->cells[i - 1].len > 0 && !text_equal(row->cells[i - 1], file) ? row->cells[i - 1] : TEXT("");
            *row_no = arena_printf(arena, "%llu", (unsigned long long)number);
        }
        behind = behind || text_equal(row->cells[i], file);
    }
}

static bool
tell_named_upload(const Trace *trace, const Row *row, bool *found, Err *err)
{
    for (size_t at = 0; at < state_rows(trace->state, STATE_UPLOADS) && !*found; at++) {
        Text file = cell_of(trace, STATE_UPLOADS, at, "file");
        Subject subject;
        Text sheet = TEXT_NONE, row_no = TEXT_NONE, cell = TEXT_NONE;
        if (!names(row, file))
            continue;
        find_named_place(row, file, trace->state->arena, &sheet, &row_no, &cell);
        if (!subject_by_place(trace, TEXT("inbox"), file, TEXT_NONE, sheet, row_no, cell, &subject, found, err) ||
            (*found && !tell_subject(trace, &subject, err)))
            return false;
    }
    return true;
}

bool
sources_by_words(const Trace *trace, const Target *target, Err *err)
{
    const Row *row;
    bool found = false;
    if (!original_row(trace, target->path, target->sheet, target->row, &row, err) || row == NULL)
        return err->code == ERR_NONE;
    if (!tell_named_nomination(trace, row, &found, err))
        return false;
    if (!found && !tell_named_upload(trace, row, &found, err))
        return false;
    if (found)
        return true;
    for (size_t at = 0; at < state_rows(trace->state, STATE_UNITS); at++)
        if (names(row, cell_of(trace, STATE_UNITS, at, "unit_name")) ||
            names(row, cell_of(trace, STATE_UNITS, at, "short_name"))) {
            tell_counted(trace, cell_of(trace, STATE_UNITS, at, "unit_name"), TEXT_NONE);
            tell_uploads(trace, cell_of(trace, STATE_UNITS, at, "unit_name"));
            return true;
        }
    answer_say(trace->answer, "note", "no_source_named", NULL, 0);
    return true;
}
