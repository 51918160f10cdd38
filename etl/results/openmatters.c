#include "results/openmatters.h"

#include "charset/encoder.h"
#include "results/datafiles.h"
#include "results/lookup.h"
#include "results/summary.h"
#include "results/timewords.h"

/* A late nomination waits only where the cycle leaves it to the office. */
static const char *const held[] = {"late", "duplicate", "needs_review", "over_quota"};

/* Beside these every error of a register or of the cycle as a whole. */
static const char *const unsettled[] = {
    "selection_missing", "selection_not_standing",  "register_line_bad",   "register_line_later", "late_pass_refused",
    "register_gone",     "register_line_unmatched", "selection_unmatched", "sequence_incomplete", "nothing_standing"};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void
add(OpenMatters *open, OpenMatter matter)
{
    open->matters[open->count++] = matter;
}

/* A matter in the words of its code. */
static void
add_told(const State *state, OpenMatters *open, Text code, const MessageValues *values)
{
    add(open, (OpenMatter){code, messages_title(state->messages, code),
                           messages_problem(state->messages, code, values, state->arena),
                           messages_todo(state->messages, code, values, state->arena)});
}

static void
add_held(const State *state, OpenMatters *open, size_t row, Text decision)
{
    Text word = arena_printf(state->arena, "decision_%" TEXT_FMT, TEXT_ARG(decision));
    Text reasons = state_cell(state, STATE_DECISIONS, row, "reasons");
    MessageValues values = {.unit = state_cell(state, STATE_DECISIONS, row, "unit_name"),
                            .platform = state_cell(state, STATE_DECISIONS, row, "platform"),
                            .enterprise = state_cell(state, STATE_DECISIONS, row, "enterprise"),
                            .read_as = messages_title(state->messages, word),
                            .raw = state_titles(state, reasons, state->arena)};
    add(open, (OpenMatter){decision, values.read_as,
                           messages_problem(state->messages, TEXT("nomination_held"), &values, state->arena),
                           messages_todo(state->messages, word, &values, state->arena)});
}

static void
add_decisions(const State *state, OpenMatters *open)
{
    bool refused_when_late = text_equal(state->cycle->late, TEXT("refuse"));
    for (size_t i = refused_when_late ? 1 : 0; i < COUNT_OF(held); i++)
        for (size_t row = 0; row < state_rows(state, STATE_DECISIONS); row++)
            if (text_equal(state_cell(state, STATE_DECISIONS, row, "decision"), text_of(held[i])))
                add_held(state, open, row, text_of(held[i]));
}

static bool
is_unsettled(const State *state, size_t row)
{
    Text code = state_cell(state, STATE_FINDINGS, row, "code");
    for (size_t i = 0; i < COUNT_OF(unsettled); i++)
        if (text_equal(code, text_of(unsettled[i])))
            return true;
    return text_equal(state_cell(state, STATE_FINDINGS, row, "severity"), TEXT("error")) &&
           state_cell(state, STATE_FINDINGS, row, "outcome").len == 0;
}

/* Of a register's line the rules have told already what its reader found: that it lacks something. */
static bool
is_told(const State *state, size_t finding)
{
    static const char *const same[] = {"file", "sheet", "row"};
    bool told = false;
    if (!text_equal(state_cell(state, STATE_FINDINGS, finding, "code"), TEXT("required_missing")))
        return false;
    for (size_t row = 0; !told && row < state_rows(state, STATE_FINDINGS); row++) {
        told = text_equal(state_cell(state, STATE_FINDINGS, row, "code"), TEXT("register_line_bad"));
        for (size_t i = 0; told && i < COUNT_OF(same); i++)
            told = text_equal(state_cell(state, STATE_FINDINGS, row, same[i]),
                              state_cell(state, STATE_FINDINGS, finding, same[i]));
    }
    return told;
}

static void
add_findings(const State *state, OpenMatters *open)
{
    for (size_t row = 0; row < state_rows(state, STATE_FINDINGS); row++) {
        if (!is_unsettled(state, row) || is_told(state, row))
            continue;
        Text code = state_cell(state, STATE_FINDINGS, row, "code");
        MessageValues values = datafiles_values(state, row);
        add_told(state, open, code, &values);
    }
}

static void
add_application(const State *state, OpenMatters *open, size_t nomination, size_t row)
{
    bool settled = row == SIZE_MAX || state_cell(state, STATE_ONWARD, row, "passed").len > 0 ||
                   text_equal(state_cell(state, STATE_ONWARD, row, "application"), TEXT("齐全"));
    if (settled)
        return;
    Text missing = state_cell(state, STATE_ONWARD, row, "missing");
    Text errors = state_cell(state, STATE_ONWARD, row, "errors");
    MessageValues values = {.unit = state_cell(state, STATE_NOMINATIONS, nomination, "unit_name"),
                            .platform = state_cell(state, STATE_NOMINATIONS, nomination, "platform"),
                            .enterprise = state_cell(state, STATE_NOMINATIONS, nomination, "enterprise"),
                            .read_as = state_cell(state, STATE_ONWARD, row, "application"),
                            .raw = missing.len > 0 ? missing : state_titles(state, errors, state->arena)};
    add_told(state, open, TEXT("application_incomplete"), &values);
}

/* Of those that are passed on: the chosen and the exempt. Without a choice nobody knows yet who is chosen. */
static void
add_applications(const State *state, OpenMatters *open)
{
    size_t count;
    const size_t *rows = summary_rows(state, &count);
    const Lookup *onward = lookup_new(state, STATE_ONWARD, "key");
    for (size_t i = 0; i < count; i++) {
        Text key = state_cell(state, STATE_NOMINATIONS, rows[i], "key");
        bool chosen = state_cell(state, STATE_NOMINATIONS, rows[i], "rank").len > 0;
        bool exempt = text_equal(state_cell(state, STATE_NOMINATIONS, rows[i], "decision"), TEXT("exempt"));
        if (chosen || exempt)
            add_application(state, open, rows[i], lookup_row(onward, key));
    }
}

/* Whether GB18030 has a code for each character. */
static bool
has_codes(Encoder *encoder, Text text)
{
    Buf bytes = buf_new(text.len * ENCODER_GROWTH + 1);
    size_t bad;
    bool ok = encoder_text(encoder, text, &bytes, &bad);
    buf_free(&bytes);
    return ok;
}

/* Of a form by its number, whose first line is `line`. */
static bool
form_has_codes(const State *state, Encoder *encoder, Text form, size_t line)
{
    bool ok = true;
    for (; ok && line < state_rows(state, STATE_INDICATORS) &&
           text_equal(state_cell(state, STATE_INDICATORS, line, "form_no"), form);
         line++)
        ok = has_codes(encoder, state_cell(state, STATE_INDICATORS, line, "raw")) &&
             has_codes(encoder, state_cell(state, STATE_INDICATORS, line, "text"));
    return ok;
}

/* Without a code the GB18030 twins cannot be written, and nothing is replaced. */
static bool
add_characters(const State *state, OpenMatters *open, Err *err)
{
    Encoder *encoder = encoder_open(err);
    if (encoder == NULL)
        return false;
    size_t count;
    const size_t *rows = summary_rows(state, &count);
    const Lookup *platforms = lookup_new(state, STATE_INDICATOR_PLATFORMS, "key");
    const Lookup *forms = lookup_new(state, STATE_INDICATORS, "form_no");
    for (size_t i = 0; i < count; i++) {
        size_t platform = lookup_row(platforms, state_cell(state, STATE_NOMINATIONS, rows[i], "key"));
        Text form =
            platform == SIZE_MAX ? TEXT_NONE : state_cell(state, STATE_INDICATOR_PLATFORMS, platform, "form_no");
        if (has_codes(encoder, state_cell(state, STATE_NOMINATIONS, rows[i], "fields")) &&
            form_has_codes(state, encoder, form, form.len == 0 ? SIZE_MAX : lookup_row(forms, form)))
            continue;
        MessageValues values = {.unit = state_cell(state, STATE_NOMINATIONS, rows[i], "unit_name"),
                                .platform = state_cell(state, STATE_NOMINATIONS, rows[i], "platform")};
        add_told(state, open, TEXT("character_without_code"), &values);
    }
    encoder_close(encoder);
    return true;
}

/* Whoever gets the table finds nobody to ask. */
static void
add_office(const State *state, OpenMatters *open)
{
    const MessageValues none = {0};
    if (!state_office_registered(state))
        add_told(state, open, TEXT("office_register_missing"), &none);
}

static void
add_deadline(const State *state, OpenMatters *open)
{
    if (text_equal(state_cell(state, STATE_CYCLE, 0, "deadline_over"), TEXT("true")))
        return;
    MessageValues values = {.expected = timewords(state, state_cell(state, STATE_CYCLE, 0, "deadline")),
                            .read_as = timewords(state, state->as_of)};
    add_told(state, open, TEXT("deadline_not_over"), &values);
}

bool
openmatters_hold(const OpenMatters *open, Text code)
{
    for (size_t i = 0; i < open->count; i++)
        if (text_equal(open->matters[i].code, code))
            return true;
    return false;
}

const OpenMatters *
openmatters_of(const State *state, Err *err)
{
    OpenMatters *open = arena_alloc(state->arena, sizeof *open);
    size_t most = state_rows(state, STATE_DECISIONS) + state_rows(state, STATE_FINDINGS) +
                  2 * state_rows(state, STATE_NOMINATIONS) + 2;
    open->matters = arena_array(state->arena, most, sizeof *open->matters);
    add_decisions(state, open);
    add_findings(state, open);
    add_applications(state, open);
    add_office(state, open);
    add_deadline(state, open);
    return add_characters(state, open, err) ? open : NULL;
}
