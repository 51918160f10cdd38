#include "progress/lines.h"

#include <inttypes.h>

#include "progress/moment.h"
#include "progress/reminders.h"
#include "schema/cycle_reminders.h"
#include "schema/cycle_words.h"

const char *const lines_notes[] = {"note_report", "note_time",     "note_result", "note_rows",     "note_quota",
                                   "note_papers", "note_findings", "note_paper",  "note_expected", NULL};

/* What of x:cycle the figures rest on. */
static const char *const rests_on[] = {"deadline", "deadline_inclusive", "zone", "late", "quota", "surplus",
                                       "copies",   "reminders"};

Text
lines_known(const Progress *progress)
{
    Text known = moment_short(progress, progress_cell(progress, PROGRESS_CLOCK, 0, "known"));
    return known.len > 0 ? progress_say(progress, "known", &known, 1) : progress_word(progress, "known_none");
}

Text
lines_moment(const Progress *progress)
{
    const Text parts[] = {moment_short(progress, progress->as_of), lines_known(progress), moment_deadline(progress),
                          moment_left(progress)};
    return progress_say(progress, "line_moment", parts, 4);
}

/* "T-3h" to 截止前3小时, "T-3" to 截止前3天. */
static Text
step_words(const Progress *progress, Text step)
{
    bool hours = text_ends_with(step, TEXT("h"));
    Text number = text_sub(step, 2, step.len - (hours ? 3 : 2));
    return progress_say(progress, hours ? "step_hours" : "step_days", &number, 1);
}

Text
lines_reminder(const Progress *progress)
{
    const CycleReminder *reached = cycle_reminder_reached(progress->cycle, progress->instant);
    if (reached == NULL)
        return TEXT_NONE;
    const Text parts[] = {step_words(progress, reached->step),
                          arena_printf(progress->arena, "%zu", reminders_count(progress)), reminders_name(progress)};
    return progress_say(progress, parts[2].len > 0 ? "reminder_due" : "reminder_nobody", parts, 3);
}

Text
lines_pending(const Progress *progress)
{
    int64_t elsewhere = progress_number(progress, PROGRESS_ELSEWHERE, 0, "pending");
    int64_t files = progress_total(progress, "pending") + elsewhere;
    return files > 0 ? progress_say_number(progress, "pending", files) : TEXT_NONE;
}

static Text
state_or_decision(const Progress *progress, Text word, bool is_unit)
{
    if (word.len == 0)
        return progress_word(progress, "change_none");
    if (is_unit)
        return progress_state_word(progress, word);
    return messages_title(progress->messages, arena_printf(progress->arena, "decision_%" TEXT_FMT, TEXT_ARG(word)));
}

Text
lines_change_of(const Progress *progress, size_t row)
{
    Text platform = progress_cell(progress, PROGRESS_CHANGES, row, "platform");
    return platform.len > 0 ? platform : progress_word(progress, "state");
}

Text
lines_change(const Progress *progress, size_t row)
{
    Text platform = progress_cell(progress, PROGRESS_CHANGES, row, "platform");
    bool is_unit = platform.len == 0;
    const Text parts[] = {
        state_or_decision(progress, progress_cell(progress, PROGRESS_CHANGES, row, "before"), is_unit),
        state_or_decision(progress, progress_cell(progress, PROGRESS_CHANGES, row, "after"), is_unit)};
    return progress_say(progress, "change", parts, 2);
}

Text
lines_changes_head(const Progress *progress)
{
    Text earlier = moment_short(progress, progress_cell(progress, PROGRESS_CLOCK, 0, "earlier"));
    if (earlier.len == 0)
        return progress_word(progress, "changes_first");
    bool any = progress_rows(progress, PROGRESS_CHANGES) > 0;
    return progress_say(progress, any ? "changes_since" : "changes_nothing", &earlier, 1);
}

Text
lines_elsewhere(const Progress *progress)
{
    const Text counts[] = {progress_cell(progress, PROGRESS_ELSEWHERE, 0, "errors"),
                           progress_cell(progress, PROGRESS_ELSEWHERE, 0, "warnings")};
    bool any = !text_equal(counts[0], TEXT("0")) || !text_equal(counts[1], TEXT("0"));
    return any ? progress_say(progress, "elsewhere", counts, 2) : TEXT_NONE;
}

static bool
report_rests_on(Text key)
{
    for (size_t i = 0; i < sizeof rests_on / sizeof *rests_on; i++)
        if (text_equal(key, text_of(rests_on[i])))
            return true;
    return false;
}

Text
lines_assumption(const Progress *progress, size_t n)
{
    const Cycle *cycle = progress->cycle;
    for (size_t i = 0; i < cycle->value_count; i++) {
        const Setting *setting = &cycle->values[i];
        if (setting->assumed.len == 0 || !report_rests_on(setting->key) || n-- > 0)
            continue;
        const Text parts[] = {cycle_word_key(setting->key),
                              text_equal(setting->key, TEXT("copies"))
                                  ? cycle_word_copies(&cycle->copies, progress->arena)
                                  : cycle_word_value(setting, progress->arena),
                              setting->assumed};
        return progress_say(progress, "assumption", parts, 3);
    }
    return TEXT_NONE;
}
