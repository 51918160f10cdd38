#include "office/difference.h"

#include <inttypes.h>

#include "office/enforce.h"

/* Nobody reads more. */
enum { TOLD_MAX = 2000 };

static void
say(const Messages *messages, FILE *out, const char *code, const MessageValues *values, Arena *arena)
{
    Text line = messages_render(messages, text_of(code), values, arena);
    fprintf(out, "%" TEXT_FMT "\n", TEXT_ARG(line));
}

static void
say_difference(const Messages *messages, FILE *out, const DbResult *rows, size_t row, Arena *arena)
{
    MessageValues values = {.unit = db_named(rows, row, "unit"),
                            .platform = db_named(rows, row, "platform"),
                            .enterprise = db_named(rows, row, "enterprise"),
                            .file = db_named(rows, row, "file"),
                            .raw = db_named(rows, row, "before"),
                            .read_as = db_named(rows, row, "after")};
    Text code = db_named(rows, row, "code");
    if (text_equal(code, TEXT("rules_finding"))) {
        values.raw = db_named(rows, row, "finding");
        values.read_as = db_named(rows, row, "appeared");
        values.expected = db_named(rows, row, "gone");
    }
    Text line = messages_piece(messages, code, &values, arena);
    fprintf(out, "  %" TEXT_FMT "\n", TEXT_ARG(line));
}

static void
say_rest(const Messages *messages, FILE *out, uint64_t rest, Arena *arena)
{
    const MessageValues values = {.read_as = arena_printf(arena, "%" PRIu64, rest)};
    if (rest > 0)
        say(messages, out, "rules_more", &values, arena);
}

bool
difference_tell(Db *db, const char *code, const MessageValues *values, const Messages *messages, FILE *out,
                Arena *arena, uint64_t *count, Err *err)
{
    Text most = arena_printf(arena, "%d", TOLD_MAX);
    DbResult *rows = db_query(db, "preview/differences", &most, 1, err);
    if (rows == NULL)
        return false;
    *count = 0;
    bool ok = db_rows(rows) == 0 || text_read_count(db_named(rows, 0, "all"), count) ||
              err_set(err, ERR_BUG, "no number: how many differences there are");
    MessageValues head = *values;
    head.expected = arena_printf(arena, "%" PRIu64, *count);
    if (ok && *count > 0)
        say(messages, out, code, &head, arena);
    for (size_t row = 0; ok && row < db_rows(rows); row++)
        say_difference(messages, out, rows, row, arena);
    if (ok)
        say_rest(messages, out, *count - db_rows(rows), arena);
    db_result_free(rows);
    return ok;
}

static bool
tell_night(Db *db, const Messages *messages, FILE *out, Arena *arena, uint64_t *count, Err *err)
{
    DbResult *clock = db_query(db, "preview/clock", NULL, 0, err);
    if (clock == NULL)
        return false;
    const MessageValues values = {.read_as = arena_text(arena, db_cell(clock, 0, 0))};
    db_result_free(clock);
    if (!difference_tell(db, "enforce_differs", &values, messages, out, arena, count, err))
        return false;
    if (*count == 0)
        say(messages, out, "enforce_same", &values, arena);
    return true;
}

bool
difference_preview(Db *db, Text cycle, Text as_of, const Messages *messages, FILE *out, Arena *arena, uint64_t *count,
                   Err *err)
{
    Err ignored;
    bool ok = enforce_begin(db, cycle, as_of, err) && db_script(db, "preview/before", err) &&
              enforce_steps(db, arena, &(EnforceResult){0}, err) && tell_night(db, messages, out, arena, count, err);
    return db_rollback(db, ok ? err : &ignored) && ok;
}
