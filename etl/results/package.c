#include "results/package.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/prog.h"
#include "db/sqltext.h"
#include "text/calendar.h"

enum { RUN_JSON_MAX = 1 << 20 };

static const char *const outcomes[] = {"accepted", "refused", "late", "superseded", "duplicate", "unattributed"};
static const char *const decisions[] = {"withdrawn",    "ineligible", "late",   "duplicate",
                                        "needs_review", "over_quota", "exempt", "recommended"};
static const char *const severities[] = {"error", "warning"};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void
add_counts(Buf *json, const State *state, StateTable table, const char *column, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_printf(json, "%s\"%s\": %zu", i == 0 ? "{" : ", ", words[i],
                   state_count(state, table, column, text_of(words[i])));
    buf_text(json, TEXT("}"));
}

static void
add_all_counts(Buf *json, const State *state)
{
    buf_text(json, TEXT("  \"uploads\": "));
    add_counts(json, state, STATE_UPLOADS, "outcome", outcomes, COUNT_OF(outcomes));
    buf_text(json, TEXT(",\n  \"decisions\": "));
    add_counts(json, state, STATE_DECISIONS, "decision", decisions, COUNT_OF(decisions));
    buf_printf(json, ",\n  \"counts_against_quota\": %zu,\n  \"findings\": ",
               state_count(state, STATE_DECISIONS, "counts_against_quota", TEXT("true")));
    add_counts(json, state, STATE_FINDINGS, "severity", severities, COUNT_OF(severities));
    buf_text(json, TEXT(",\n"));
}

/* Of the rows [first, end), which are of one register: its digest, of several files of it an array of theirs. */
static void
add_digests(Buf *json, const State *state, size_t first, size_t end)
{
    bool several = end - first > 1;
    buf_text(json, several ? TEXT("[") : TEXT(""));
    for (size_t row = first; row < end; row++) {
        buf_text(json, row == first ? TEXT("") : TEXT(", "));
        json_quote(json, state_cell(state, STATE_REGISTERS, row, "sha256"));
    }
    buf_text(json, several ? TEXT("]") : TEXT(""));
}

/* "registers": {"register_winners": "<sha256>", …} */
static void
add_registers(Buf *json, const State *state)
{
    buf_text(json, TEXT("  \"registers\": {"));
    for (size_t row = 0, end; row < state_rows(state, STATE_REGISTERS); row = end) {
        Text kind = state_cell(state, STATE_REGISTERS, row, "register");
        for (end = row + 1; end < state_rows(state, STATE_REGISTERS) &&
                            text_equal(state_cell(state, STATE_REGISTERS, end, "register"), kind);)
            end++;
        buf_text(json, row == 0 ? TEXT("") : TEXT(", "));
        json_quote(json, kind);
        buf_text(json, TEXT(": "));
        add_digests(json, state, row, end);
    }
    buf_text(json, TEXT("},\n"));
}

static void
add_name(Buf *json, Text name, bool *any)
{
    buf_text(json, *any ? TEXT(", ") : TEXT(""));
    json_quote(json, name);
    *any = true;
}

/* The keys of x:cycle and the codes of rules that no notice prints. */
static void
add_assumptions(Buf *json, const State *state)
{
    const Cycle *cycle = state->cycle;
    bool any = false;
    buf_text(json, TEXT("  \"assumptions\": ["));
    for (size_t i = 0; i < cycle->value_count; i++)
        if (cycle->values[i].assumed.len > 0)
            add_name(json, cycle->values[i].key, &any);
    for (size_t i = 0; i < cycle->rule_count; i++)
        if (cycle->rules[i].assumed.len > 0)
            add_name(json, cycle->rules[i].code, &any);
    buf_text(json, TEXT("],\n"));
}

static bool
is_first(const OpenMatters *open, size_t matter)
{
    for (size_t i = 0; i < matter; i++)
        if (text_equal(open->matters[i].code, open->matters[matter].code))
            return false;
    return true;
}

static void
add_package(Buf *json, const OpenMatters *open)
{
    bool any = false;
    buf_printf(json, "  \"package\": {\"state\": \"%s\", \"open\": [", open->count > 0 ? "draft" : "final");
    for (size_t i = 0; i < open->count; i++)
        if (is_first(open, i))
            add_name(json, open->matters[i].code, &any);
    buf_text(json, TEXT("]}\n"));
}

Text
package_sql(Arena *arena)
{
    char out[HASH_HEX + 1];
    Hash *hash = hash_new();
    for (size_t i = 0; i < sqltext_count(); i++) {
        const SqlText *sql = sqltext_at(i);
        hash_add(hash, sql->name, text_of(sql->name).len + 1);
        hash_add(hash, sql->sha256, HASH_HEX);
    }
    hash_end(hash, out);
    return arena_text(arena, text_of(out));
}

static void
render_run(Buf *json, const State *state, const Closing *closing, const OpenMatters *open)
{
    const Cycle *cycle = state->cycle;
    buf_text(json, TEXT("{\n"));
    json_write_member(json, "cycle", cycle->name);
    json_write_member(json, "title", cycle->title);
    json_write_member(json, "office", cycle->office);
    json_write_member(json, "as_of", state->as_of);
    json_write_member(json, "deadline", calendar_iso(cycle->deadline, cycle->offset_minutes, state->arena));
    json_write_member(json, "release", TEXT(HUIZONG_VERSION));
    json_write_member(json, "schemas_sha256", text_of(cycle->sha256));
    json_write_member(json, "sql_sha256", package_sql(state->arena));
    add_registers(json, state);
    buf_printf(json, "  \"office_registered\": %s,\n", state_office_registered(state) ? "true" : "false");
    add_all_counts(json, state);
    closing_write(closing, json);
    add_assumptions(json, state);
    add_package(json, open);
    buf_text(json, TEXT("}\n"));
}

bool
package_write_run(const State *state, Closing *closing, const Outbox *outbox, Err *err)
{
    const OpenMatters *open = openmatters_of(state, err);
    if (open == NULL)
        return false;
    Buf json = buf_new(RUN_JSON_MAX);
    closing_count(state, open, closing);
    render_run(&json, state, closing, open);
    bool ok = buf_whole(&json) || err_set(err, ERR_BUG, "run.json exceeds %d bytes", RUN_JSON_MAX);
    ok = ok && file_write(outbox_path(outbox, TEXT("run.json")), buf_view(&json), 0640, err);
    buf_free(&json);
    return ok;
}
