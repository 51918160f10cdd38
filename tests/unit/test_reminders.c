#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "schema/cycle_reminders.h"

enum { HOUR = 3600, DAY = 24 * HOUR, NOTICE = 0, DEADLINE = 5 * DAY };

static Cycle
cycle_with(const char *json, Arena *arena, Err *err)
{
    Cycle cycle = {.notice_at = NOTICE, .deadline = DEADLINE, .deadline_inclusive = true};
    JsonDoc *doc = json_read_text(text_of(json), "test", err);
    assert_non_null(doc);
    cycle_reminders_read(json_at(json_root(doc), 0), &cycle, arena, err);
    json_close(doc);
    return cycle;
}

static void
assert_step(const Cycle *cycle, int64_t instant, const char *step)
{
    const CycleReminder *reached = cycle_reminder_reached(cycle, instant);
    if (step == NULL)
        assert_null(reached);
    else
        assert_true(reached != NULL && text_equal(reached->step, text_of(step)));
}

static void
the_latest_reached_step_counts(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    Cycle cycle = cycle_with("[\"T-7 T-3 T-1 T-3h\"]", arena, &err);
    assert_int_equal(err.code, ERR_NONE);
    assert_int_equal(cycle.reminder_count, 4);
    assert_step(&cycle, 2 * DAY - 1, NULL); /* T-7 would be before the notice */
    assert_step(&cycle, 2 * DAY, "T-3");
    assert_step(&cycle, 4 * DAY - 1, "T-3");
    assert_step(&cycle, 4 * DAY, "T-1");
    assert_step(&cycle, DEADLINE - 3 * HOUR - 1, "T-1");
    assert_step(&cycle, DEADLINE - 3 * HOUR, "T-3h");
    assert_step(&cycle, DEADLINE, "T-3h");
    assert_step(&cycle, DEADLINE + 1, NULL);
    cycle.deadline_inclusive = false;
    assert_step(&cycle, DEADLINE, NULL);
    arena_free(arena);
}

static void
null_reminds_nobody(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    Cycle cycle = {.deadline = DEADLINE};
    JsonDoc *doc = json_read_text(TEXT("[null]"), "test", &err);
    cycle_reminders_read(json_at(json_root(doc), 0), &cycle, arena, &err);
    assert_int_equal(err.code, ERR_NONE);
    assert_step(&cycle, DEADLINE - 1, NULL);
    json_close(doc);
    arena_free(arena);
}

static void
steps_that_nobody_can_mean_are_refused(void **state)
{
    (void)state;
    static const char *const WRONG[] = {
        "[\"T-3 T-7\"]", "[\"T-3 T-72h\"]", "[\"3\"]",        "[\"T-\"]",    "[\"T-0\"]",
        "[\"T-h\"]",     "[\"T-3d\"]",      "[\"T-3  T-1\"]", "[\"T-400\"]", "[3]"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        Err err = {0};
        Arena *arena = arena_new();
        Cycle cycle = {.deadline = DEADLINE};
        JsonDoc *doc = json_read_text(text_of(WRONG[i]), "test", &err);
        assert_non_null(doc);
        cycle_reminders_read(json_at(json_root(doc), 0), &cycle, arena, &err);
        assert_int_equal(err.code, ERR_CONFIG);
        json_close(doc);
        arena_free(arena);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_latest_reached_step_counts),
        cmocka_unit_test(null_reminds_nobody),
        cmocka_unit_test(steps_that_nobody_can_mean_are_refused),
    };

    return cmocka_run_group_tests_name("reminders", tests, NULL, NULL);
}
