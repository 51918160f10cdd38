#include "progress/progress.h"

#include <inttypes.h>
#include <stdlib.h>

#include "text/calendar.h"

/* Each takes the cycle and the moment; those that count what is open, that as well. */
static const char *const queries[PROGRESS_TABLE_COUNT] = {
    [PROGRESS_CLOCK] = "progress/clock",         [PROGRESS_UNITS] = "progress/units",
    [PROGRESS_ELSEWHERE] = "progress/elsewhere", [PROGRESS_BLOCKS] = "progress/blocks",
    [PROGRESS_DAYS] = "progress/days",           [PROGRESS_CHANGES] = "progress/changes",
};

bool
progress_define(Progress *progress, const char *schemas_dir, const char *cycle, const char *as_of, Arena *arena,
                Err *err)
{
    *progress = (Progress){.arena = arena};
    progress->cycle = cycle_read(schemas_dir, cycle, arena, err);
    if (progress->cycle == NULL || !calendar_option(as_of, progress->cycle->offset_minutes, &progress->instant, err))
        return false;
    progress->as_of = calendar_iso(progress->instant, progress->cycle->offset_minutes, arena);
    progress->words = wording_read(arena_printf(arena, "%s/progress.json", schemas_dir).ptr, arena, err);
    if (progress->words == NULL)
        return false;
    progress->messages = messages_open(arena_printf(arena, "%s/messages.json", schemas_dir).ptr, err);
    return progress->messages != NULL;
}

/* What is printed comes from the files, what is counted from the database: both must mean the same cycle. */
static bool
check_definitions(const Progress *progress, Err *err)
{
    if (progress_rows(progress, PROGRESS_CLOCK) == 1 &&
        text_equal(progress_cell(progress, PROGRESS_CLOCK, 0, "schemas_sha256"), text_of(progress->cycle->sha256)))
        return true;
    return err_set(err, ERR_CONFIG, "the database holds other definitions of cycle \"%" TEXT_FMT "\"; run setup",
                   TEXT_ARG(progress->cycle->name));
}

enum { COUNTS_OPEN = 1 << PROGRESS_UNITS | 1 << PROGRESS_ELSEWHERE | 1 << PROGRESS_BLOCKS };

/* What is open costs more than all else, and is asked for once. */
static bool
read_tables(Progress *progress, Db *db, unsigned tables, Text open, Err *err)
{
    const Text parameters[] = {progress->cycle->name, progress->as_of, open};
    for (size_t i = 0; i < PROGRESS_TABLE_COUNT; i++) {
        if ((tables & 1u << i) == 0)
            continue;
        progress->tables[i] = db_query(db, queries[i], parameters, (COUNTS_OPEN & 1u << i) != 0 ? 3 : 2, err);
        if (progress->tables[i] == NULL)
            return false;
    }
    return true;
}

bool
progress_read(Progress *progress, Db *db, unsigned tables, Text open, Err *err)
{
    const Text parameters[] = {progress->cycle->name, progress->as_of};
    if (!db_begin(db, err) || !db_do(db, "progress/snapshot", NULL, 0, err))
        return false;
    DbResult *asked = NULL;
    bool unknown = (tables & COUNTS_OPEN) != 0 && open.len == 0;
    if (unknown && (asked = db_query(db, "progress/open", parameters, 2, err)) == NULL)
        return false;
    Text counted = asked != NULL ? db_named(asked, 0, "open") : open;
    bool ok = read_tables(progress, db, tables | 1u << PROGRESS_CLOCK, counted, err);
    db_result_free(asked);
    return ok && check_definitions(progress, err);
}

void
progress_close(Progress *progress)
{
    for (size_t i = 0; i < PROGRESS_TABLE_COUNT; i++)
        if (progress->tables[i] != NULL)
            db_result_free(progress->tables[i]);
    if (progress->messages != NULL)
        messages_close(progress->messages);
}

size_t
progress_rows(const Progress *progress, ProgressTable table)
{
    return db_rows(progress->tables[table]);
}

Text
progress_cell(const Progress *progress, ProgressTable table, size_t row, const char *column)
{
    return db_named(progress->tables[table], row, column);
}

int64_t
progress_number(const Progress *progress, ProgressTable table, size_t row, const char *column)
{
    Text cell = progress_cell(progress, table, row, column);
    return cell.len > 0 ? strtoll(arena_string(progress->arena, cell), NULL, 10) : 0;
}

int64_t
progress_total(const Progress *progress, const char *column)
{
    int64_t sum = 0;
    for (size_t row = 0; row < progress_rows(progress, PROGRESS_UNITS); row++)
        sum += progress_number(progress, PROGRESS_UNITS, row, column);
    return sum;
}

Text
progress_total_text(const Progress *progress, const char *column)
{
    bool any = false;
    for (size_t row = 0; row < progress_rows(progress, PROGRESS_UNITS); row++)
        any = any || progress_cell(progress, PROGRESS_UNITS, row, column).len > 0;
    return any ? arena_printf(progress->arena, "%" PRId64, progress_total(progress, column)) : TEXT_NONE;
}

bool
progress_in_state(const Progress *progress, size_t unit, const char *state)
{
    return progress_number(progress, PROGRESS_UNITS, unit, "expected") == 1 &&
           text_equal(progress_cell(progress, PROGRESS_UNITS, unit, "state"), text_of(state));
}

Text
progress_names(const Progress *progress, const char *state)
{
    Text names = TEXT_NONE;
    for (size_t row = 0; row < progress_rows(progress, PROGRESS_UNITS); row++) {
        if (progress_in_state(progress, row, state))
            names =
                arena_printf(progress->arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(names), names.len > 0 ? "、" : "",
                             TEXT_ARG(progress_cell(progress, PROGRESS_UNITS, row, "short_name")));
    }
    return names;
}

Text
progress_word(const Progress *progress, const char *key)
{
    return wording_get(progress->words, key);
}

Text
progress_say(const Progress *progress, const char *key, const Text *values, size_t count)
{
    return wording_fill(progress->words, key, values, count, progress->arena);
}

Text
progress_say_number(const Progress *progress, const char *key, int64_t number)
{
    Text value = arena_printf(progress->arena, "%" PRId64, number);
    return progress_say(progress, key, &value, 1);
}

Text
progress_state_word(const Progress *progress, Text state)
{
    return progress_word(progress, arena_printf(progress->arena, "unit_%" TEXT_FMT, TEXT_ARG(state)).ptr);
}

Text
progress_titles(const Progress *progress, Text codes)
{
    Text said = TEXT_NONE;
    for (size_t at = 0; at < codes.len;) {
        size_t end = text_find(codes, TEXT(";"), at);
        end = end < codes.len ? end : codes.len;
        said = arena_printf(progress->arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(said), at > 0 ? "；" : "",
                            TEXT_ARG(messages_title(progress->messages, text_sub(codes, at, end - at))));
        at = end + 1;
    }
    return said;
}
