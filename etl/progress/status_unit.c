#include "progress/lines.h"
#include "progress/matters.h"
#include "progress/moment.h"
#include "progress/status.h"
#include "progress/status_parts.h"

static void
head(const Progress *progress, size_t unit, FILE *stream)
{
    Text late =
        progress_word(progress, progress_number(progress, PROGRESS_UNITS, unit, "late") == 1 ? "late" : "on_time");
    bool timed = progress_number(progress, PROGRESS_UNITS, unit, "received") == 1;
    const Text report[] = {progress_state_word(progress, status_cell(progress, unit, "state")),
                           moment_short(progress, status_cell(progress, unit, "received_at")), late};
    const Text rows[] = {
        status_cell(progress, unit, "rows"),
        status_cell(progress, unit, "standing"),
        status_cell(progress, unit, "held"),
        status_cell(progress, unit, "gone"),
        status_of(progress, status_cell(progress, unit, "counted"), status_cell(progress, unit, "quota")),
        status_cell(progress, unit, "waived"),
        status_cell(progress, unit, "exempt")};
    const Text papers[] = {status_cell(progress, unit, "whole"), status_cell(progress, unit, "wrong"),
                           status_cell(progress, unit, "lacking"), status_cell(progress, unit, "errors"),
                           status_cell(progress, unit, "warnings")};
    const Text paper[] = {
        status_of(progress, status_cell(progress, unit, "application_received"),
                  status_cell(progress, unit, "application_asked")),
        status_of(progress, status_cell(progress, unit, "summary_received"),
                  status_cell(progress, unit, "summary_asked")),
        status_of(progress, status_cell(progress, unit, "disc_received"), status_cell(progress, unit, "disc_asked"))};
    status_say(stream, status_cell(progress, unit, "unit_name"));
    status_say(stream, progress->cycle->title);
    status_say(stream, lines_moment(progress));
    putc('\n', stream);
    status_say(stream, progress_say(progress, timed ? "status_report" : "status_report_none", report, 3));
    status_say(stream, progress_say(progress, "status_seats", rows, 7));
    status_say(stream, progress_say(progress, "status_work", papers, 5));
    status_say(stream, progress_say(progress, "status_paper", paper, 3));
}

/* The catalogue's short name of a word of a closed list. */
static Text
word_of(const Progress *progress, const char *group, Text word)
{
    if (word.len == 0)
        return word;
    return messages_title(progress->messages, arena_printf(progress->arena, "%s_%" TEXT_FMT, group, TEXT_ARG(word)));
}

/* Below its title; without rows, the sentence that says so. */
static void
print_below(const Progress *progress, FILE *stream, const char *title, const char *none, const StatusTable *table)
{
    putc('\n', stream);
    status_say(stream, progress_word(progress, table->rows > 1 ? title : none));
    if (table->rows > 1)
        status_print(table, stream);
}

static void
nominations(const Progress *progress, const DbResult *rows, FILE *stream)
{
    static const char *const labels[] = {"status_seq", "status_platform", "status_decision", "status_application",
                                         "status_reasons"};
    StatusTable table = status_table(progress, labels, 5, db_rows(rows));
    for (size_t i = 0; i < db_rows(rows); i++) {
        Text *row = status_row(&table);
        row[0] = db_named(rows, i, "seq");
        row[1] = db_named(rows, i, "platform");
        row[2] = word_of(progress, "decision", db_named(rows, i, "decision"));
        row[3] = db_named(rows, i, "state");
        row[4] = progress_titles(progress, db_named(rows, i, "reasons"));
    }
    print_below(progress, stream, "status_nominations", "status_nominations_none", &table);
}

static Text
outcome_word(const Progress *progress, Text outcome)
{
    return text_equal(outcome, TEXT("pending")) ? progress_word(progress, "pending_files")
                                                : word_of(progress, "outcome", outcome);
}

static void
files(const Progress *progress, const DbResult *rows, FILE *stream)
{
    static const char *const labels[] = {"received_at",     "status_outcome", "status_kind",
                                         "status_platform", "status_file",    "status_reasons"};
    StatusTable table = status_table(progress, labels, 6, db_rows(rows));
    for (size_t i = 0; i < db_rows(rows); i++) {
        Text *row = status_row(&table);
        row[0] = moment_short(progress, db_named(rows, i, "received_at"));
        row[1] = outcome_word(progress, db_named(rows, i, "outcome"));
        row[2] = word_of(progress, "kind", db_named(rows, i, "kind"));
        row[3] = db_named(rows, i, "platform");
        row[4] = db_named(rows, i, "file");
        row[5] = progress_titles(progress, db_named(rows, i, "reasons"));
    }
    print_below(progress, stream, "status_files", "status_files_none", &table);
}

static void
blocks(const Progress *progress, size_t unit, FILE *stream)
{
    size_t count = matters_count(progress, unit);
    putc('\n', stream);
    status_say(stream, progress_word(progress, count > 0 ? "status_blocks" : "status_blocks_none"));
    for (size_t block = 0; block < progress_rows(progress, PROGRESS_BLOCKS); block++) {
        if (!matters_is_of(progress, block, unit))
            continue;
        fputs("  ", stream);
        status_say(stream, matters_line(progress, block));
    }
}

static bool
find(const Progress *progress, Text code, size_t *unit)
{
    for (*unit = 0; *unit < progress_rows(progress, PROGRESS_UNITS); (*unit)++)
        if (text_equal(status_cell(progress, *unit, "unit_code"), code))
            return true;
    return false;
}

bool
status_unit(const Progress *progress, Db *db, Text code, FILE *stream, Err *err)
{
    const Text parameters[] = {progress->cycle->name, progress->as_of, code};
    DbResult *named = NULL;
    DbResult *came = NULL;
    size_t unit;
    bool ok = false;
    if (!find(progress, code, &unit))
        return err_set(err, ERR_BUG, "no line for unit \"%" TEXT_FMT "\"", TEXT_ARG(code));
    named = db_query(db, "progress/unit_nominations", parameters, 3, err);
    came = named != NULL ? db_query(db, "progress/unit_files", parameters, 3, err) : NULL;
    if (came == NULL)
        goto done;
    head(progress, unit, stream);
    blocks(progress, unit, stream);
    nominations(progress, named, stream);
    files(progress, came, stream);
    ok = true;
done:
    db_result_free(came);
    db_result_free(named);
    return ok;
}
