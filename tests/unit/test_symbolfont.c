#include "expect.h"

#include "text/symbolfont.h"

static void
boxes_and_ticks_of_symbol_fonts(void **state)
{
    (void)state;
    assert_int_equal(symbolfont_character(TEXT("Wingdings"), 0xF0FE), 0x2611);
    assert_int_equal(symbolfont_character(TEXT("Wingdings"), 0xFE), 0x2611);
    assert_int_equal(symbolfont_character(TEXT("wingdings"), 0xF0A8), 0x2610);
    assert_int_equal(symbolfont_character(TEXT("Wingdings"), 0xF06F), 0x2610);
    assert_int_equal(symbolfont_character(TEXT("Wingdings"), 0xF0FC), 0x221A);
    assert_int_equal(symbolfont_character(TEXT("Wingdings"), 0xF0FD), 0x2612);
    assert_int_equal(symbolfont_character(TEXT("Wingdings 2"), 'R'), 0x2611);
    assert_int_equal(symbolfont_character(TEXT("Wingdings 2"), 0xF0A3), 0x2610);
    assert_int_equal(symbolfont_character(TEXT("Wingdings 2"), 'P'), 0x221A);
}

static void
one_that_is_not_known_is_no_character(void **state)
{
    (void)state;
    assert_int_equal(symbolfont_character(TEXT("Wingdings"), 0xF04A), 0);
    assert_int_equal(symbolfont_character(TEXT("Webdings"), 'a'), 0);
    assert_int_equal(symbolfont_character(TEXT("宋体"), 0xF0FE), 0);
    assert_int_equal(symbolfont_character(TEXT("宋体"), 0xD800), 0);
    assert_int_equal(symbolfont_character(TEXT_NONE, 0), 0);
}

static void
other_fonts_say_what_they_say(void **state)
{
    (void)state;
    assert_int_equal(symbolfont_character(TEXT("MS Gothic"), 0x2612), 0x2612);
    assert_int_equal(symbolfont_character(TEXT_NONE, 0x25A1), 0x25A1);
    assert_int_equal(symbolfont_character(TEXT("Wingdings"), 0x5E73), 0x5E73);
    expect_text(symbolfont_name(TEXT("WINGDINGS 2")), "Wingdings 2");
    expect_text(symbolfont_name(TEXT("Wingdings 22")), "");
    expect_text(symbolfont_name(TEXT("")), "");
    expect_text(symbolfont_name(TEXT_NONE), "");
}

static void
a_text_of_a_symbol_font_is_spelled_as_it_is_seen(void **state)
{
    (void)state;
    Buf seen = buf_new(64);
    assert_true(symbolfont_spell(&seen, TEXT("Wingdings 2"), TEXT("R是\t£\xC2\xA0否")));
    expect_text(buf_view(&seen), "☑是\t☐\xC2\xA0否");
    buf_clear(&seen);
    assert_false(symbolfont_spell(&seen, TEXT("Wingdings"), TEXT("J þ")));
    expect_text(buf_view(&seen), "\xEF\xBF\xBD ☑");
    buf_free(&seen);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_and_ticks_of_symbol_fonts),
        cmocka_unit_test(one_that_is_not_known_is_no_character),
        cmocka_unit_test(other_fonts_say_what_they_say),
        cmocka_unit_test(a_text_of_a_symbol_font_is_spelled_as_it_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
