#include "expect.h"

#include "docx/docx_symbol.h"

static void
boxes_and_ticks_of_symbol_fonts(void **state)
{
    (void)state;
    assert_int_equal(docx_symbol_character(TEXT("Wingdings"), 0xF0FE), 0x2611);
    assert_int_equal(docx_symbol_character(TEXT("Wingdings"), 0xFE), 0x2611);
    assert_int_equal(docx_symbol_character(TEXT("wingdings"), 0xF0A8), 0x2610);
    assert_int_equal(docx_symbol_character(TEXT("Wingdings"), 0xF06F), 0x2610);
    assert_int_equal(docx_symbol_character(TEXT("Wingdings"), 0xF0FC), 0x221A);
    assert_int_equal(docx_symbol_character(TEXT("Wingdings"), 0xF0FD), 0x2612);
    assert_int_equal(docx_symbol_character(TEXT("Wingdings 2"), 'R'), 0x2611);
    assert_int_equal(docx_symbol_character(TEXT("Wingdings 2"), 0xF0A3), 0x2610);
    assert_int_equal(docx_symbol_character(TEXT("Wingdings 2"), 'P'), 0x221A);
}

static void
one_that_is_not_known_is_no_character(void **state)
{
    (void)state;
    assert_int_equal(docx_symbol_character(TEXT("Wingdings"), 0xF04A), 0);
    assert_int_equal(docx_symbol_character(TEXT("Webdings"), 'a'), 0);
    assert_int_equal(docx_symbol_character(TEXT("宋体"), 0xF0FE), 0);
    assert_int_equal(docx_symbol_character(TEXT("宋体"), 0xD800), 0);
    assert_int_equal(docx_symbol_character(TEXT_NONE, 0), 0);
}

static void
other_fonts_say_what_they_say(void **state)
{
    (void)state;
    assert_int_equal(docx_symbol_character(TEXT("MS Gothic"), 0x2612), 0x2612);
    assert_int_equal(docx_symbol_character(TEXT_NONE, 0x25A1), 0x25A1);
    assert_int_equal(docx_symbol_character(TEXT("Wingdings"), 0x5E73), 0x5E73);
    assert_true(docx_symbol_font(TEXT("WINGDINGS 2")));
    assert_false(docx_symbol_font(TEXT("Wingdings 22")) || docx_symbol_font(TEXT("")) || docx_symbol_font(TEXT_NONE));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_and_ticks_of_symbol_fonts),
        cmocka_unit_test(one_that_is_not_known_is_no_character),
        cmocka_unit_test(other_fonts_say_what_they_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
