#include "expect.h"

#include "base/arena.h"

#include <stdalign.h>

static int
setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int
teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static void
arena_gives_zeroed_aligned_memory_of_any_size(void **state)
{
    static const size_t sizes[] = {0, 1, 7, 16, 4095, 4096, 5000, 3 * 1024 * 1024};

    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        char *memory = arena_alloc(*state, sizes[i]);

        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(memory[k], 0);
        memset(memory, 0xFF, sizes[i]);
    }
}

static void
arena_memory_is_zeroed_again_after_a_reset(void **state)
{
    memset(arena_alloc(*state, 100), 0xFF, 100);
    arena_reset(*state);
    assert_int_equal(arena_used(*state), 0);
    assert_int_equal(((char *)arena_alloc(*state, 100))[99], 0);
}

static void
arena_keeps_earlier_memory_while_it_grows(void **state)
{
    Text first = arena_text(*state, TEXT("福州"));

    for (int i = 0; i < 1000; i++)
        memset(arena_alloc(*state, 1000), 'x', 1000);
    expect_text(first, "福州");
    assert_true(arena_used(*state) >= 1000 * 1000);
    arena_reset(*state);
    arena_reset(*state);
    expect_text(arena_text(*state, TEXT("再来")), "再来");
}

static void
arena_texts_are_terminated_copies(void **state)
{
    char source[] = "abc";
    Text copy = arena_text(*state, text_of(source));

    source[0] = 'x';
    assert_string_equal(copy.ptr, "abc");
    assert_string_equal(arena_string(*state, TEXT_NONE), "");
    expect_text(arena_printf(*state, "%s-%d", "附件", 3), "附件-3");
}

static void
arena_free_takes_null(void **state)
{
    (void)state;
    arena_free(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(arena_gives_zeroed_aligned_memory_of_any_size, setup, teardown),
        cmocka_unit_test_setup_teardown(arena_memory_is_zeroed_again_after_a_reset, setup, teardown),
        cmocka_unit_test_setup_teardown(arena_keeps_earlier_memory_while_it_grows, setup, teardown),
        cmocka_unit_test_setup_teardown(arena_texts_are_terminated_copies, setup, teardown),
        cmocka_unit_test(arena_free_takes_null),
    };

    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
