#include "results/timewords.h"

#include "schema/cycle_words.h"
#include "text/calendar.h"

/* A time that the cycle's files write themselves keeps their words: 24:00 of a day is not 0:00 of the next. */
static Text
own_words(const State *state, const char *key)
{
    const Cycle *cycle = state->cycle;
    for (size_t i = 0; i < cycle->value_count; i++)
        if (text_equal(cycle->values[i].key, text_of(key)))
            return cycle_word_value(&cycle->values[i], state->arena);
    return TEXT_NONE;
}

/* ISO alone: what a clerk wrote in another way is told as it was written. */
static bool
is_iso(Text text)
{
    return text.len >= 10 && text.ptr[4] == '-' && text.ptr[7] == '-' && (text.len == 10 || text.ptr[10] == 'T');
}

Text
timewords(const State *state, Text iso)
{
    CalendarTime time;
    if (!is_iso(iso) || !calendar_read(iso, &time) || time.precision < CALENDAR_DAY)
        return iso;
    int64_t instant = calendar_instant(&time, state->cycle->offset_minutes);
    if (time.precision == CALENDAR_DAY)
        return calendar_chinese_date(instant, state->cycle->offset_minutes, state->arena);
    if (instant == state->cycle->deadline)
        return own_words(state, "deadline");
    if (instant == state->cycle->notice_at)
        return own_words(state, "notice_date");
    return calendar_chinese_time(instant, state->cycle->offset_minutes, state->arena);
}
