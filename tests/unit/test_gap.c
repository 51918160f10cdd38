#include "expect.h"

#include "text/gap.h"

static void
gaps_are_filled_in_turn(void **state)
{
    static const struct {
        const char *sentence;
        const char *filled; /* with 甲, {} and 乙 */
    } cases[] = {{"{}的{}是{}。", "甲的{}是乙。"}, {"{}", "甲"},      {"没有空", "没有空"}, {"", ""},
                 {"{}{}{}{}", "甲{}乙{}"},         {"{ }{}", "{ }甲"}};
    const Text values[] = {TEXT("甲"), TEXT("{}"), TEXT("乙")};
    (void)state;
    Arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Text filled = gap_fill(text_of(cases[i].sentence), values, 3, arena);
        if (!text_equal(filled, text_of(cases[i].filled)))
            fail_msg("\"%s\" became \"%.*s\"", cases[i].sentence, (int)filled.len, filled.ptr);
    }
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(gaps_are_filled_in_turn)};
    return cmocka_run_group_tests_name("gap", tests, NULL, NULL);
}
