#include "expect.h"

#include "text/scientific.h"

static void
scientific_texts_are_told_from_codes(void **state)
{
    static const struct {
        const char *text;
        bool scientific;
        bool displayed; /* as a spreadsheet shows a long number */
    } cases[] = {{"1.38E+10", true, true},     {"1E+15", true, true},       {"1.23457e+15", true, true},
                 {"1.E+5", true, true},        {"1E5", true, false},        {"1.5E-3", true, false},
                 {"12E+5", true, false},       {"12E5", true, false},       {"", false, false},
                 {"E+5", false, false},        {"1.5", false, false},       {"1E", false, false},
                 {"1E+", false, false},        {"1E+5A", false, false},     {"A1E+5", false, false},
                 {"1.2.3E+5", false, false},   {" 1E+5", false, false},     {"350100", false, false},
                 {"1.38E+10台", false, false}, {"0012E+00X", false, false}, {"１E+5", false, false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Text text = text_of(cases[i].text);
        if (scientific_is(text) != cases[i].scientific || scientific_is_displayed(text) != cases[i].displayed)
            fail_msg("\"%s\" was misread", cases[i].text);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(scientific_texts_are_told_from_codes)};
    return cmocka_run_group_tests_name("scientific", tests, NULL, NULL);
}
