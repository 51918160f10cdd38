#include "table_kit.h"

#include "charset/gbk.h"
#include "text/character.h"

static void
gbk_lists_each_missing_character_once(void **state)
{
    static const struct {
        const char *text, *missing; /* NULL: none */
    } cases[] = {
        {"三明沙溪云 Cloud①·—（）", NULL}, {"€", NULL}, {"䶮", NULL}, {"㐂云𠮷科技㐂", "㐂、𠮷"}, {"", NULL},
    };
    Err err = {0};
    (void)state;
    Gbk *gbk = gbk_open(&err);
    assert_non_null(gbk);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Text missing = gbk_missing(gbk, text_of(cases[i].text), kit_arena);
        if (cases[i].missing == NULL)
            assert_null(missing.ptr);
        else
            assert_text(missing, cases[i].missing);
    }
    gbk_close(gbk);
}

static void
character_steps_by_code_points(void **state)
{
    Text text = TEXT("aé中𠮷");
    size_t at = 0;
    (void)state;
    for (size_t len = 1; len <= 4; len++) {
        Text character = character_at(text, at);
        assert_int_equal(character.len, len);
        at += len;
    }
    assert_int_equal(at, text.len);
}

static void
character_blanks_are_what_no_one_sees(void **state)
{
    static const char *const blanks[] = {" ", "\t", "\n", "\u00A0", "\u2003", "\u200B", "\u3000", "\uFEFF"};
    (void)state;
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++)
        assert_true(character_is_blank(text_of(blanks[i])));
    assert_false(character_is_blank(TEXT("中")));
    assert_false(character_is_blank(TEXT("\u2014")));
    assert_true(character_all_blank(TEXT(" \u3000\n")));
    assert_true(character_all_blank(TEXT_NONE));
    assert_false(character_all_blank(TEXT(" 0 ")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(gbk_lists_each_missing_character_once, kit_set_up, kit_tear_down),
        cmocka_unit_test(character_steps_by_code_points),
        cmocka_unit_test(character_blanks_are_what_no_one_sees),
    };
    return cmocka_run_group_tests_name("gbk", tests, NULL, NULL);
}
