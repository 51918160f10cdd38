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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filler_is_told_from_what_says_something),
    };
    return cmocka_run_group_tests_name("filler", tests, NULL, NULL);
}
