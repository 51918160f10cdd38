#include "results/closing.h"

/* A late nomination waits with its upload. */
static const char *const waiting_decisions[] = {"duplicate", "needs_review", "over_quota"};
static const char *const waiting_findings[] = {
    "selection_missing",   "onward_over_limit",     "register_line_bad",        "register_line_later",
    "late_pass_refused",   "receipt_hour_missing",  "register_line_unmatched",  "selection_unmatched",
    "sequence_incomplete", "final_package_differs", "register_lines_contradict"};

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

static bool
upload_waits(const State *state, size_t row)
{
    Text outcome = state_cell(state, STATE_UPLOADS, row, "outcome");
    return (text_equal(outcome, TEXT("refused")) || text_equal(outcome, TEXT("late")) ||
            text_equal(outcome, TEXT("unattributed"))) &&
           !is_harmless(state_cell(state, STATE_UPLOADS, row, "reason"));
}

size_t
closing_pending(const State *state)
{
    size_t pending = 0;
    for (size_t row = 0; row < state_rows(state, STATE_UPLOADS); row++)
        pending += upload_waits(state, row);
    for (size_t i = 0; i < COUNT_OF(waiting_decisions); i++)
        pending += state_count(state, STATE_DECISIONS, "decision", text_of(waiting_decisions[i]));
    for (size_t i = 0; i < COUNT_OF(waiting_findings); i++)
        pending += state_count(state, STATE_FINDINGS, "code", text_of(waiting_findings[i]));
    return pending;
}

/* What the office itself has left out, if anything. */
static Text
own_gap(const State *state)
{
    return state_office_registered(state) ? TEXT_NONE
                                          : messages_title(state->messages, TEXT("office_register_missing"));
}

/* That what went to the next tier says something else. */
static Text
difference(const State *state)
{
    Text code = TEXT("final_package_differs");
    return state_count(state, STATE_FINDINGS, "code", code) > 0 ? messages_title(state->messages, code) : TEXT_NONE;
}

Text
closing_line(const State *state)
{
    size_t standing = state_count(state, STATE_DECISIONS, "decision", TEXT("recommended")) +
                      state_count(state, STATE_DECISIONS, "decision", TEXT("exempt"));
    Text gap = own_gap(state);
    Text differs = difference(state);
    return arena_printf(
        state->arena,
        "%" TEXT_FMT "：收到 %zu 件，接受 %zu，退回 %zu；推荐 %zu，占名额 %zu；需处理 %zu 项%s%" TEXT_FMT
        "%s%" TEXT_FMT,
        TEXT_ARG(state->cycle->office), state_rows(state, STATE_UPLOADS),
        state_count(state, STATE_UPLOADS, "outcome", TEXT("accepted")),
        state_count(state, STATE_UPLOADS, "outcome", TEXT("refused")), standing,
        state_count(state, STATE_DECISIONS, "counts_against_quota", TEXT("true")), closing_pending(state),
        gap.len > 0 ? "；" : "", TEXT_ARG(gap), differs.len > 0 ? "；" : "", TEXT_ARG(differs));
}
