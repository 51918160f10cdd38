#include "expect.h"

#include "text/loss.h"

static Arena *arena;

static int
set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void
assert_loss(const char *written, LossForm form, const char *left)
{
    Text figure = TEXT_NONE;
    assert_int_equal(loss_read(text_of(written), arena, &figure), form);
    assert_true(text_equal(figure, text_of(left)));
}

static void
a_loss_is_known_by_its_word_or_by_brackets_around_the_whole_figure(void **state)
{
    (void)state;
    assert_loss("亏损 25.5万元", LOSS_IN_WORDS, "25.5万元");
    assert_loss("（２５．５）万元", LOSS_IN_BRACKETS, "25.5万元");
    assert_loss("( 1,200 )", LOSS_IN_BRACKETS, "1,200");
}

static void
other_brackets_are_no_loss(void **state)
{
    (void)state;
    assert_loss("25.5", LOSS_NONE, "");
    assert_loss("(1)25.5", LOSS_NONE, "");
    assert_loss("(一)25.5", LOSS_NONE, "");
    assert_loss("((25.5))", LOSS_NONE, "");
    assert_loss("(25(含税))", LOSS_NONE, "");
    assert_loss("(25.5", LOSS_NONE, "");
    assert_loss("()", LOSS_NONE, "");
    assert_loss("扭亏为盈25.5", LOSS_NONE, "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_loss_is_known_by_its_word_or_by_brackets_around_the_whole_figure, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(other_brackets_are_no_loss, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
