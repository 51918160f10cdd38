#include "progress/moment.h"

#include <inttypes.h>

#include "schema/cycle_words.h"
#include "text/calendar.h"

enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR };

/* "2天3小时", "3小时5分", "5分7秒": the two largest units. */
static Text
span(const Progress *progress, int64_t seconds)
{
    static const struct {
        int64_t large, small;
        const char *key;
    } scales[] = {{DAY, HOUR, "span_days"}, {HOUR, MINUTE, "span_hours"}, {MINUTE, 1, "span_minutes"}};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        if (seconds < scales[i].large)
            continue;
        const Text parts[] = {arena_printf(progress->arena, "%" PRId64, seconds / scales[i].large),
                              arena_printf(progress->arena, "%" PRId64, seconds % scales[i].large / scales[i].small)};
        return progress_say(progress, scales[i].key, parts, 2);
    }
    return progress_say_number(progress, "span_seconds", seconds);
}

bool
moment_over(const Progress *progress)
{
    return text_equal(progress_cell(progress, PROGRESS_CLOCK, 0, "over"), TEXT("true"));
}

Text
moment_left(const Progress *progress)
{
    int64_t left = progress->cycle->deadline - progress->instant;
    if (left == 0)
        return progress_word(progress, moment_over(progress) ? "left_closed" : "left_now");
    Text words = span(progress, left > 0 ? left : -left);
    return progress_say(progress, left > 0 ? "left_before" : "left_after", &words, 1);
}

/* A deadline at the end of a day is 24:00 of that day, as the cycle writes it, and not 0:00 of the next. */
static bool
ends_its_day(const Progress *progress, const CalendarTime *time)
{
    return time->hour == 0 && time->minute == 0 && time->second == 0 &&
           calendar_instant(time, progress->cycle->offset_minutes) == progress->cycle->deadline;
}

Text
moment_short(const Progress *progress, Text iso)
{
    CalendarTime time;
    if (iso.len == 0 || !calendar_read(iso, &time))
        return TEXT_NONE;
    if (ends_its_day(progress, &time)) {
        calendar_read(calendar_iso(progress->cycle->deadline - 1, progress->cycle->offset_minutes, progress->arena),
                      &time);
        time.hour = 24;
        time.minute = time.second = 0;
    }
    Text day = arena_printf(progress->arena, "%d", time.day);
    Text month = arena_printf(progress->arena, "%d", time.month);
    Text clock = time.second == 0
                     ? arena_printf(progress->arena, "%02d:%02d", time.hour, time.minute)
                     : arena_printf(progress->arena, "%02d:%02d:%02d", time.hour, time.minute, time.second);
    const Text parts[] = {month, day, clock};
    return progress_say(progress, "moment", parts, 3);
}

Text
moment_deadline(const Progress *progress)
{
    for (size_t i = 0; i < progress->cycle->value_count; i++) {
        if (text_equal(progress->cycle->values[i].key, TEXT("deadline")))
            return cycle_word_value(&progress->cycle->values[i], progress->arena);
    }
    return moment_short(progress, progress_cell(progress, PROGRESS_CLOCK, 0, "deadline"));
}
