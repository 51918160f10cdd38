#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "out/celltext.h"

static void
assert_clean(Text text, const char *expected)
{
    Arena *arena = arena_new();
    const char *clean = celltext_clean(text, arena);
    if (expected == NULL)
        assert_null(clean);
    else
        assert_string_equal(clean, expected);
    arena_free(arena);
}

static void
text_stays_text(void **state)
{
    (void)state;
    assert_clean(TEXT("=福州\t𠮷"), "=福州\t𠮷");
    assert_clean(TEXT_NONE, "");
}

static void
line_ends_become_one(void **state)
{
    (void)state;
    assert_clean(TEXT("一\r\n二\r三\n四"), "一\n二\n三\n四");
}

static void
what_xml_forbids_is_shown(void **state)
{
    (void)state;
    assert_clean(TEXT("a\x01"
                      "b\xEF\xBF\xBF"),
                 "aU+0001bU+FFFF");
    assert_clean((Text){"a\0b", 3}, "aU+0000b");
    assert_clean(TEXT("a\x7F\xC2\x9B\u00A0"), "aU+007FU+009B\u00A0");
}

static void
a_written_escape_is_guarded(void **state)
{
    (void)state;
    assert_clean(TEXT("平台_x000D_x"), "平台_x005F_x000D_x");
    assert_clean(TEXT("_x00_ _x00G0_ _x000D"), "_x00_ _x00G0_ _x000D");
}

static void
what_is_not_utf8_is_refused(void **state)
{
    (void)state;
    assert_clean(TEXT("\xB8\xA3\xBD\xA8"), NULL);     /* GBK */
    assert_clean(TEXT("\xC0\xAF"), NULL);             /* overlong */
    assert_clean(TEXT("\xED\xA0\x80"), NULL);         /* a surrogate */
    assert_clean(TEXT("\xF4\x90\x80\x80"), NULL);     /* beyond U+10FFFF */
    assert_clean(text_sub(TEXT("福州"), 0, 5), NULL); /* cut within a character */
}

static void
too_long_a_text_is_cut_at_a_character(void **state)
{
    (void)state;
    static char long_text[(CELLTEXT_MAX + 10) * 3];
    for (size_t i = 0; i < CELLTEXT_MAX + 10; i++)
        memcpy(long_text + i * 3, "福", 3);
    Arena *arena = arena_new();
    const char *clean = celltext_clean((Text){long_text, sizeof long_text}, arena);
    assert_int_equal(strlen(clean), (CELLTEXT_MAX + 1) * 3);
    assert_string_equal(clean + (size_t)CELLTEXT_MAX * 3 - 3, "福…");
    arena_free(arena);
}

static void
a_chinese_character_is_two_wide(void **state)
{
    (void)state;
    assert_int_equal(celltext_lines(TEXT(""), 10), 1);
    assert_int_equal(celltext_lines(TEXT("一二三四五"), 10), 1);
    assert_int_equal(celltext_lines(TEXT("一二三四五六"), 10), 2);
    assert_int_equal(celltext_lines(TEXT("一二三四五"), 9), 2);
}

static void
a_word_is_not_parted_unless_it_must(void **state)
{
    (void)state;
    assert_int_equal(celltext_lines(TEXT("平台ABCDEFGH"), 10), 2);
    assert_int_equal(celltext_lines(TEXT("ABCDEFGHIJKLMNOPQRSTU"), 10), 3);
    assert_int_equal(celltext_lines(TEXT("ABCDEFGHIJKLMNOPQRSTU一二三四五"), 10), 4);
}

/* The widths of 宋体 and 仿宋, where a square is two: “ ” · — … and roman numbers fill it, letters with accents and half-width katakana do not. */
static void
signs_are_as_wide_as_chinese_fonts_draw_them(void **state)
{
    (void)state;
    assert_int_equal(celltext_lines(TEXT("“云”·Ⅱ"), 10), 1);
    assert_int_equal(celltext_lines(TEXT("“云”·Ⅱ"), 9), 2);
    assert_int_equal(celltext_lines(TEXT("éèü"), 3), 1);
    assert_int_equal(celltext_lines(TEXT("éèü"), 2), 2);
    assert_int_equal(celltext_lines(TEXT("ｱｲｳｴ"), 5), 1);
    assert_int_equal(celltext_lines(TEXT("一\xE2\x80\x8B二"), 4), 1);
    assert_int_equal(celltext_lines(TEXT("𠮷𠮷"), 4), 1);
    assert_int_equal(celltext_lines(TEXT("𠮷𠮷"), 3), 2);
}

/* Digits are half a square in every font that may stand in; letters may be wider, by a quarter. */
static void
letters_have_room_for_a_wider_font(void **state)
{
    (void)state;
    assert_int_equal(celltext_lines(TEXT("13900000002"), 11), 1);
    assert_int_equal(celltext_lines(TEXT("ABCDEFGH"), 10), 1);
    assert_int_equal(celltext_lines(TEXT("ABCDEFGH"), 9), 2);
}

/* 一二三四 fills the line; the closing sign takes 四 along to the next, where 五六 and both fill it again. */
static void
a_closing_sign_does_not_begin_a_line(void **state)
{
    (void)state;
    assert_int_equal(celltext_lines(TEXT("一二三四五六七"), 8), 2);
    assert_int_equal(celltext_lines(TEXT("一二三四。五六"), 8), 2);
    assert_int_equal(celltext_lines(TEXT("一二三四。五六七"), 8), 3);
}

static void
line_ends_count(void **state)
{
    (void)state;
    assert_int_equal(celltext_lines(TEXT("一\n二\n三"), 10), 3);
    assert_int_equal(celltext_lines(TEXT("一二三四五\n六"), 10), 2);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_stays_text),
        cmocka_unit_test(line_ends_become_one),
        cmocka_unit_test(what_xml_forbids_is_shown),
        cmocka_unit_test(a_written_escape_is_guarded),
        cmocka_unit_test(what_is_not_utf8_is_refused),
        cmocka_unit_test(too_long_a_text_is_cut_at_a_character),
        cmocka_unit_test(a_chinese_character_is_two_wide),
        cmocka_unit_test(a_word_is_not_parted_unless_it_must),
        cmocka_unit_test(signs_are_as_wide_as_chinese_fonts_draw_them),
        cmocka_unit_test(letters_have_room_for_a_wider_font),
        cmocka_unit_test(a_closing_sign_does_not_begin_a_line),
        cmocka_unit_test(line_ends_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
