#include "results/state.h"

#include "base/buf.h"
#include "text/calendar.h"

enum { REASONS_MAX = 4096 };

/* Each takes the cycle and the run's clock. */
static const char *const queries[STATE_TABLE_COUNT] = {
    [STATE_CYCLE] = "report/cycle",
    [STATE_OFFICE] = "report/office",
    [STATE_UNITS] = "report/units",
    [STATE_NOMINATIONS] = "report/nominations",
    [STATE_UPLOADS] = "report/uploads",
    [STATE_DECISIONS] = "report/decisions",
    [STATE_FINDINGS] = "report/findings",
    [STATE_QUOTA] = "report/quota",
    [STATE_APPLICATIONS] = "report/applications",
    [STATE_REGISTERS] = "report/registers",
    [STATE_INDICATORS] = "report/indicators",
    [STATE_REJECTED] = "report/rejected",
    [STATE_ONWARD] = "report/onward",
    [STATE_ONWARD_LISTS] = "report/onward_lists",
    [STATE_EXPORT] = "report/export_last",
    [STATE_INDICATOR_PLATFORMS] = "report/indicator_platforms",
    [STATE_WAIVERS] = "report/waivers",
    [STATE_HOLDS] = "report/holds",
    [STATE_LATE_RECEIPTS] = "report/late_receipts",
    [STATE_PAPER] = "report/paper",
    [STATE_DUPLICATES] = "report/duplicates",
};

bool
state_define(State *state, const char *schemas_dir, const char *cycle, const char *as_of, Arena *arena, Err *err)
{
    *state = (State){.arena = arena};
    state->cycle = cycle_read(schemas_dir, cycle, arena, err);
    if (state->cycle == NULL || !calendar_option(as_of, state->cycle->offset_minutes, &state->as_of_instant, err))
        return false;
    state->as_of = calendar_iso(state->as_of_instant, state->cycle->offset_minutes, arena);
    state->definitions = upload_read(schemas_dir, cycle, arena, err);
    if (state->definitions == NULL)
        return false;
    state->summary = upload_kind(state->definitions, TEXT("summary"));
    if (state->summary == NULL)
        return err_set(err, ERR_CONFIG, "cycle \"%s\" defines no \"summary\"", cycle);
    state->application = upload_kind(state->definitions, TEXT("application"));
    state->messages = messages_open(arena_printf(arena, "%s/messages.json", schemas_dir).ptr, err);
    return state->messages != NULL;
}

/* What is printed comes from the files, what is counted from the database: both must mean the same cycle. */
static bool
check_definitions(const State *state, Err *err)
{
    if (state_rows(state, STATE_CYCLE) == 1 &&
        text_equal(state_cell(state, STATE_CYCLE, 0, "schemas_sha256"), text_of(state->cycle->sha256)))
        return true;
    return err_set(err, ERR_CONFIG, "the database holds other definitions of cycle \"%" TEXT_FMT "\"; run setup",
                   TEXT_ARG(state->cycle->name));
}

/* Nobody stands, the time is over, and the office has not said that this is what it passes on. */
static void
add_nothing_standing(State *state)
{
    bool over = text_equal(state_cell(state, STATE_CYCLE, 0, "deadline_over"), TEXT("true"));
    bool decided = state_cell(state, STATE_OFFICE, 0, "zero_by").len > 0;
    if (over && !decided && state_standing(state) == 0)
        state_add_finding(
            state, (StateFinding){"warning", "nothing_standing", state_cell(state, STATE_OFFICE, 0, "office_name")});
}

bool
state_read(State *state, Db *db, Err *err)
{
    const Text parameters[] = {state->cycle->name, state->as_of};
    if (!db_begin(db, err) || !db_share_cycle(db, state->cycle->name, err) ||
        !db_do(db, "report/nomination_now", parameters, 2, err) || !db_do(db, "report/nomination_weigh", NULL, 0, err))
        return false;
    for (size_t i = 0; i < STATE_TABLE_COUNT; i++) {
        state->tables[i] = db_query(db, queries[i], parameters, 2, err);
        if (state->tables[i] == NULL)
            return false;
    }
    if (!db_commit(db, err) || !check_definitions(state, err))
        return false;
    add_nothing_standing(state);
    return true;
}

void
state_close(State *state)
{
    for (size_t i = 0; i < STATE_TABLE_COUNT; i++)
        if (state->tables[i] != NULL)
            db_result_free(state->tables[i]);
    if (state->messages != NULL)
        messages_close(state->messages);
}

void
state_add_finding(State *state, StateFinding finding)
{
    if (state->finding_count < STATE_FINDING_MAX)
        state->findings[state->finding_count++] = finding;
}

size_t
state_rows(const State *state, StateTable table)
{
    return db_rows(state->tables[table]) + (table == STATE_FINDINGS ? state->finding_count : 0);
}

static Text
finding_cell(const State *state, const StateFinding *finding, Text column)
{
    if (text_equal(column, TEXT("cycle")))
        return state->cycle->name;
    if (text_equal(column, TEXT("severity")))
        return text_of(finding->severity);
    if (text_equal(column, TEXT("code")))
        return text_of(finding->code);
    return text_equal(column, TEXT("raw")) ? finding->raw : TEXT_NONE;
}

Text
state_cell(const State *state, StateTable table, size_t row, const char *column)
{
    size_t read = db_rows(state->tables[table]);
    if (row >= read && table == STATE_FINDINGS)
        return finding_cell(state, &state->findings[row - read], text_of(column));
    return db_named(state->tables[table], row, column);
}

int
state_column(const State *state, StateTable table, const char *column)
{
    for (int i = 0; i < db_columns(state->tables[table]); i++)
        if (text_equal(db_column_name(state->tables[table], i), text_of(column)))
            return i;
    return -1;
}

Text
state_at(const State *state, StateTable table, size_t row, int column)
{
    return column < 0 ? TEXT_NONE : db_cell(state->tables[table], row, column);
}

size_t
state_count(const State *state, StateTable table, const char *column, Text value)
{
    size_t count = 0;
    for (size_t row = 0; row < state_rows(state, table); row++)
        count += text_equal(state_cell(state, table, row, column), value);
    return count;
}

size_t
state_standing(const State *state)
{
    return state_count(state, STATE_DECISIONS, "decision", TEXT("recommended")) +
           state_count(state, STATE_DECISIONS, "decision", TEXT("exempt"));
}

bool
state_office_registered(const State *state)
{
    return state_count(state, STATE_OFFICE, "registered", TEXT("true")) > 0;
}

Text
state_word(const State *state, const char *group, Text word)
{
    if (word.len == 0)
        return word;
    Text code = arena_printf(state->arena, "%s_%" TEXT_FMT, group, TEXT_ARG(word));
    return messages_known(state->messages, code) ? messages_title(state->messages, code) : word;
}

Text
state_titles(const State *state, Text codes, Arena *arena)
{
    Buf titles = buf_new(REASONS_MAX);
    bool fits = true;
    for (size_t at = 0; fits && at < codes.len;) {
        size_t end = text_find(codes, TEXT(";"), at);
        end = end < codes.len ? end : codes.len;
        fits = (at == 0 || buf_text(&titles, TEXT("；"))) &&
               buf_text(&titles, messages_title(state->messages, text_sub(codes, at, end - at)));
        at = end + 1;
    }
    Text result = fits ? arena_text(arena, buf_view(&titles)) : codes;
    buf_free(&titles);
    return result;
}

bool
state_codes_hold(Text codes, Text code)
{
    for (size_t at = 0; at < codes.len;) {
        size_t end = text_find(codes, TEXT(";"), at);
        end = end < codes.len ? end : codes.len;
        if (text_equal(text_sub(codes, at, end - at), code))
            return true;
        at = end + 1;
    }
    return false;
}
