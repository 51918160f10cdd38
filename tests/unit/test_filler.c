#include "table_kit.h"

#include "text/filler.h"

static void
filler_is_told_from_what_says_something(void **state)
{
    static const struct {
        const char *cell;
        Filler filler;
    } cases[] = {
        {"", FILLER_BLANK},       {" 　\n", FILLER_BLANK},      {" — ", FILLER_BLANK},      {"NULL", FILLER_BLANK},
        {"无", FILLER_NONE},      {"　暂无 ", FILLER_NONE},     {"N/A", FILLER_NONE},       {"待定", FILLER_PENDING},
        {"同上\n", FILLER_DITTO}, {"〃", FILLER_DITTO},         {"无锡云平台", FILLER_NOT}, {"0", FILLER_NOT},
        {"-1", FILLER_NOT},       {"同上科技公司", FILLER_NOT}, {"待定云", FILLER_NOT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Filler got = filler_kind(text_of(cases[i].cell));
        if (got != cases[i].filler)
            fail_msg("\"%s\": got %d, expected %d", cases[i].cell, got, cases[i].filler);
    }
}

static void
filler_is_a_dash_or_another_blank(void **state)
{
    static const char *const dashes[] = {"-", " - ", "--", "—", "——", "－", "–"};
    static const char *const others[] = {"", " ", "/", "_", "NULL", "无", "-1", "0"};
    (void)state;
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++)
        assert_true(filler_is_dash(text_of(dashes[i])) && filler_kind(text_of(dashes[i])) == FILLER_BLANK);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_false(filler_is_dash(text_of(others[i])));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filler_is_told_from_what_says_something),
        cmocka_unit_test(filler_is_a_dash_or_another_blank),
    };
    return cmocka_run_group_tests_name("filler", tests, NULL, NULL);
}
