#include "results/closing.h"

#include "base/json.h"
#include "schema/cycle_reminders.h"

/* A late nomination waits with its upload. */
static const char *const waiting_decisions[] = {"duplicate", "needs_review", "over_quota"};
static const char *const waiting_findings[] = {
    "selection_missing",      "onward_over_limit",       "register_line_bad",         "register_line_later",
    "late_pass_refused",      "receipt_hour_missing",    "register_line_unmatched",   "selection_unmatched",
    "sequence_incomplete",    "final_package_differs",   "register_lines_contradict", "register_batch_unknown",
    "register_part_gone",     "selection_rank_repeated", "selection_repeated",        "office_lines_differ",
    "receipt_unit_differs",   "zero_report_late",        "match_winner_missing",      "register_left",
    "duplicate_passed_twice", "register_part_left",      "nothing_standing"};

/* What could not be read of a nomination that stands: a blank in the official table. */
static const char *const standing_decisions[] = {"recommended", "exempt"};

/* Files of the office program or half copied ones: named in uploads.csv, but nobody has to do anything. */
static const char *const harmless_reasons[] = {"lock_file", "system_file", "half_copied"};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static bool
is_harmless(Text reason)
{
    for (size_t i = 0; i < COUNT_OF(harmless_reasons); i++)
        if (text_equal(reason, text_of(harmless_reasons[i])))
            return true;
    return false;
}

/* Of a late table whose rows were let in alone, and of which no other waits, the reasons do not say that it is late. */
static bool
upload_waits(const State *state, size_t row)
{
    Text outcome = state_cell(state, STATE_UPLOADS, row, "outcome");
    Text reasons = state_cell(state, STATE_UPLOADS, row, "reason");
    return (text_equal(outcome, TEXT("refused")) ||
            (text_equal(outcome, TEXT("late")) && state_codes_hold(reasons, TEXT("late"))) ||
            text_equal(outcome, TEXT("unattributed"))) &&
           !is_harmless(reasons);
}

/* What tells a matter of each table from another; NULL-terminated. */
static const char *const of_upload[] = {"file", "sha256", "outcome", "reason", NULL};
static const char *const of_decision[] = {"unit_code", "platform", "enterprise", "decision", "reasons", NULL};
static const char *const of_hold[] = {"unit_name", "platform", "enterprise", "code", "cell", "raw", NULL};
static const char *const of_finding[] = {"file", "sheet", "row", "code", "raw", "read_as", "expected", NULL};

static void
add_text(Hash *hash, Text text)
{
    hash_add(hash, &text.len, sizeof text.len);
    hash_add(hash, text.ptr, text.len);
}

static void
add_matter(const State *state, StateTable table, size_t row, const char *const *columns, Hash *hash)
{
    for (size_t i = 0; columns[i] != NULL; i++)
        add_text(hash, state_cell(state, table, row, columns[i]));
}

/* The rows whose `column` is one of the words. */
static size_t
add_matters(const State *state, StateTable table, const char *column, const char *const *words, size_t count,
            const char *const *columns, Hash *hash)
{
    size_t matters = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t row = 0; row < state_rows(state, table); row++) {
            if (!text_equal(state_cell(state, table, row, column), text_of(words[i])))
                continue;
            add_matter(state, table, row, columns, hash);
            matters++;
        }
    return matters;
}

static size_t
add_uploads(const State *state, Hash *hash)
{
    size_t matters = 0;
    for (size_t row = 0; row < state_rows(state, STATE_UPLOADS); row++) {
        if (!upload_waits(state, row))
            continue;
        add_matter(state, STATE_UPLOADS, row, of_upload, hash);
        matters++;
    }
    return matters;
}

/* That the deadline is not over is told with the clock, which each night has of its own. */
static void
add_open(const OpenMatter *matter, Hash *hash)
{
    add_text(hash, matter->code);
    if (!text_equal(matter->code, TEXT("deadline_not_over")))
        add_text(hash, matter->text);
}

void
closing_count(const State *state, const OpenMatters *open, Closing *closing)
{
    Hash *hash = hash_new();
    const CycleReminder *step = cycle_reminder_reached(state->cycle, state->as_of_instant);
    closing->matters =
        add_uploads(state, hash) +
        add_matters(state, STATE_DECISIONS, "decision", waiting_decisions, COUNT_OF(waiting_decisions), of_decision,
                    hash) +
        add_matters(state, STATE_HOLDS, "decision", standing_decisions, COUNT_OF(standing_decisions), of_hold, hash) +
        add_matters(state, STATE_FINDINGS, "code", waiting_findings, COUNT_OF(waiting_findings), of_finding, hash);
    for (size_t i = 0; i < open->count; i++)
        add_open(&open->matters[i], hash);
    hash_end(hash, closing->sha256);
    closing->settled = open->count == 0;
    closing->step = step != NULL && closing->reminders > 0 ? step->step : TEXT_NONE;
}

static bool
is_found(const State *state, Text code)
{
    return state_count(state, STATE_FINDINGS, "code", code) > 0;
}

/* "；零推荐待定", or nothing. */
static Text
clause(const State *state, bool is_so, Text code)
{
    return is_so ? arena_printf(state->arena, "；%" TEXT_FMT, TEXT_ARG(messages_title(state->messages, code)))
                 : TEXT("");
}

/* That nobody stands, what the office itself has left out, and that what went to the next tier says something else. */
static Text
clauses(const State *state)
{
    static const char nobody[] = "nothing_standing", office[] = "office_register_missing",
                      differs[] = "final_package_differs";
    Text parts[] = {clause(state, is_found(state, text_of(nobody)), text_of(nobody)),
                    clause(state, !state_office_registered(state), text_of(office)),
                    clause(state, is_found(state, text_of(differs)), text_of(differs))};
    return arena_printf(state->arena, "%" TEXT_FMT "%" TEXT_FMT "%" TEXT_FMT, TEXT_ARG(parts[0]), TEXT_ARG(parts[1]),
                        TEXT_ARG(parts[2]));
}

/* Whether the package may be made, where it is not made already; what waits beside that is no part of it. */
static Text
readiness(const State *state, const Closing *closing)
{
    bool differs = is_found(state, TEXT("final_package_differs"));
    if (state_rows(state, STATE_EXPORT) > 0 && !differs)
        return arena_printf(state->arena, "；已正式上报（v%" TEXT_FMT "）",
                            TEXT_ARG(state_cell(state, STATE_EXPORT, 0, "version")));
    if (!closing->settled)
        return TEXT("");
    return arena_printf(state->arena, "；上报前的事项都已办结，%s%s", differs ? "可以另出一版" : "可以正式上报",
                        closing->matters > (differs ? 1 : 0) ? "（需处理的事项不影响上报）" : "");
}

/* "；登记簿没有读入 2 份": what the office has written there is not in force. */
static Text
registers_left(const State *state)
{
    Text code = TEXT("register_left");
    size_t count = state_count(state, STATE_FINDINGS, "code", code);
    return count == 0 ? TEXT("")
                      : arena_printf(state->arena, "；%" TEXT_FMT " %zu 份",
                                     TEXT_ARG(messages_title(state->messages, code)), count);
}

/* "催报 5 家（T-3）". */
static Text
reminders(const State *state, const Closing *closing)
{
    return closing->step.len == 0 ? TEXT("催报 0 家")
                                  : arena_printf(state->arena, "催报 %zu 家（%" TEXT_FMT "）", closing->reminders,
                                                 TEXT_ARG(closing->step));
}

Text
closing_line(const State *state, const Closing *closing)
{
    Text ready = readiness(state, closing);
    Text beside = clauses(state);
    return arena_printf(state->arena,
                        "%" TEXT_FMT "：收到 %zu 件，接收 %zu，退回 %zu；推荐 %zu，占名额 %zu；待发 %zu 份，%" TEXT_FMT
                        "；需处理 %zu 项%" TEXT_FMT "%" TEXT_FMT "%" TEXT_FMT,
                        TEXT_ARG(state->cycle->office), state_rows(state, STATE_UPLOADS),
                        state_count(state, STATE_UPLOADS, "outcome", TEXT("accepted")),
                        state_count(state, STATE_UPLOADS, "outcome", TEXT("refused")), state_standing(state),
                        state_count(state, STATE_DECISIONS, "counts_against_quota", TEXT("true")), closing->slips,
                        TEXT_ARG(reminders(state, closing)), closing->matters, TEXT_ARG(registers_left(state)),
                        TEXT_ARG(ready), TEXT_ARG(beside));
}

void
closing_write(const Closing *closing, Buf *json)
{
    buf_printf(json,
               "  \"closing\": {\"matters\": %zu, \"sha256\": \"%s\", \"slips\": %zu, \"reminders\": %zu, \"step\": ",
               closing->matters, closing->sha256, closing->slips, closing->reminders);
    json_quote(json, closing->step);
    buf_text(json, TEXT("},\n"));
}

bool
closing_is_news(const Closing *closing, const char *run_json)
{
    Err err = {0};
    JsonDoc *doc = json_read_file(run_json, &err);
    if (doc == NULL)
        return true;
    Json before = json_member(json_root(doc), "closing");
    bool same = text_equal(json_string(json_member(before, "sha256"), &err), text_of(closing->sha256)) &&
                (closing->step.len == 0 || text_equal(json_string(json_member(before, "step"), &err), closing->step));
    json_close(doc);
    return closing->slips > 0 || !same || err.code != ERR_NONE;
}
