#include "table_kit.h"

#include "text/numeral.h"

static void
numeral_counts_from_one_to_ninety_nine(void **state)
{
    static const struct {
        const char *text;
        int number; /* 0: none */
    } cases[] = {{"一", 1},   {"九", 9}, {"十", 10},  {"十二", 12}, {"二十", 20}, {"九十九", 99}, {"", 0},
                 {"一一", 0}, {"零", 0}, {"十十", 0}, {"一百", 0},  {"甲", 0},    {"1", 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int number = 0;
        bool read = numeral_read(text_of(cases[i].text), &number);
        if (read != (cases[i].number > 0) || (read && number != cases[i].number))
            fail_msg("\"%s\": got %d, expected %d", cases[i].text, number, cases[i].number);
    }
}

static void
numeral_ordinal_is_read_as_people_number_lines(void **state)
{
    static const struct {
        const char *text;
        const char *number; /* NULL: none */
    } cases[] = {{"1", "1"},    {"1、", "1"}, {"（1）", "1"},     {"①", "1"},  {"1.0", "1"},
                 {"No.7", "7"}, {"第8", "8"}, {"（十二）", "12"}, {"0", NULL}, {"1.5", NULL},
                 {"甲", NULL},  {"", NULL},   {"一、市属", NULL}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Decimal number;
        bool read = numeral_ordinal(text_of(cases[i].text), kit_arena, &number);
        if (read != (cases[i].number != NULL))
            fail_msg("\"%s\" was misread", cases[i].text);
        if (read)
            assert_text(decimal_text(&number, kit_arena), cases[i].number);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numeral_counts_from_one_to_ninety_nine),
        cmocka_unit_test_setup_teardown(numeral_ordinal_is_read_as_people_number_lines, kit_set_up, kit_tear_down),
    };
    return cmocka_run_group_tests_name("numeral", tests, NULL, NULL);
}
