#include "schema/cycle_reminders.h"

enum { STEPS_MOST = 16, STEP_MOST = 366, HOUR = 3600, DAY = 24 * HOUR };

/* "T-3" and "T-3h" to seconds. */
static bool
read_step(Text step, int64_t *seconds)
{
    bool hours = text_ends_with(step, TEXT("h"));
    uint64_t count;

    if (!text_starts_with(step, TEXT("T-")) ||
        !text_read_count(text_sub(step, 2, step.len - 2 - (hours ? 1 : 0)), &count) || count == 0 || count > STEP_MOST)
        return false;
    *seconds = (int64_t)count * (hours ? HOUR : DAY);
    return true;
}

static bool
add_step(Cycle *cycle, Text step)
{
    int64_t seconds;

    if (cycle->reminder_count == STEPS_MOST || !read_step(step, &seconds))
        return false;
    CycleReminder reminder = {step, cycle->deadline - seconds};
    if (cycle->reminder_count > 0 && cycle->reminders[cycle->reminder_count - 1].at >= reminder.at)
        return false;
    cycle->reminders[cycle->reminder_count++] = reminder;
    return true;
}

void
cycle_reminders_read(Json value, Cycle *cycle, Arena *arena, Err *err)
{
    if (json_type(value) == JSON_NULL)
        return;
    Text steps = arena_text(arena, json_string(value, err));

    cycle->reminders = arena_array(arena, STEPS_MOST, sizeof *cycle->reminders);
    for (size_t at = 0; at < steps.len;) {
        size_t end = text_find(steps, TEXT(" "), at);
        end = end < steps.len ? end : steps.len;
        if (!add_step(cycle, text_sub(steps, at, end - at))) {
            json_refuse(value, "not steps like T-3 T-3h, the earliest first", err);
            return;
        }
        at = end + 1;
    }
}

const CycleReminder *
cycle_reminder_reached(const Cycle *cycle, int64_t instant)
{
    const CycleReminder *reached = NULL;
    bool over = cycle->deadline_inclusive ? instant > cycle->deadline : instant >= cycle->deadline;

    for (size_t i = 0; !over && i < cycle->reminder_count; i++) {
        const CycleReminder *reminder = &cycle->reminders[i];
        if (reminder->at >= cycle->notice_at && reminder->at <= instant)
            reached = reminder;
    }
    return reached;
}
