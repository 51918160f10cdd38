#include "form_kit.h"

static void
text_is_folded_without_blanks(void **state)
{
    (void)state;
    FormText text = kit_text("项 目\n名称（盖章）： 甲１２");
    assert_text(text.folded, "项目名称(盖章):甲12");
    assert_int_equal(text.count, 12);
    assert_true(text.glyphs[0].after_line);
    assert_true(text.glyphs[2].after_line);
    assert_false(text.glyphs[1].after_line);
    assert_true(text.glyphs[1].after_gap);
    assert_false(text.glyphs[3].after_gap);
}

static void
slips_are_mended_as_in_whole_labels(void **state)
{
    (void)state;
    assert_text(kit_text("其它设备").folded, "其他设备");
    assert_text(kit_text("杀 手\n铜APP").folded, "杀手锏app");
    assert_text(kit_text("登陆铜其").folded, "登录铜其");
}

static void
a_match_ends_between_characters(void **state)
{
    (void)state;
    FormText text = kit_text("运行 设备㎡300");
    assert_int_equal(form_text_match(&text, 0, TEXT("运行设备")), 4);
    assert_int_equal(form_text_match(&text, 0, TEXT("加工设备")), 0);
    assert_int_equal(form_text_match(&text, 0, TEXT("运行设备m")), 0);
    assert_int_equal(form_text_match(&text, 4, TEXT("m2")), 5);
    assert_text(form_text_between(&text, 2, 8), "设备㎡300");
}

static void
brackets_are_matched_within_a_part(void **state)
{
    (void)state;
    FormText text = kit_text("（含（二））个");
    assert_int_equal(form_text_bracket_end(&text, 0, text.count), 6);
    assert_int_equal(form_text_bracket_end(&text, 2, text.count), 5);
    assert_int_equal(form_text_bracket_end(&text, 0, 5), 0);
    assert_int_equal(form_text_bracket_end(&text, 1, text.count), 0);
    FormText open = kit_text("）（（（一）个（");
    assert_int_equal(form_text_bracket_end(&open, 0, open.count), 0);
    assert_int_equal(form_text_bracket_end(&open, 1, open.count), 0);
    assert_int_equal(form_text_bracket_end(&open, 2, open.count), 0);
    assert_int_equal(form_text_bracket_end(&open, 3, open.count), 6);
    assert_int_equal(form_text_bracket_end(&open, 7, open.count), 0);
}

static void
lines_end_where_the_next_begins(void **state)
{
    (void)state;
    FormText text = kit_text("甲乙\n丙\r\n丁");
    assert_int_equal(form_text_line_end(&text, 0, text.count), 2);
    assert_int_equal(form_text_line_end(&text, 2, text.count), 3);
    assert_int_equal(form_text_line_end(&text, 3, text.count), 4);
    assert_int_equal(form_text_line_end(&text, 0, 1), 1);
}

static void
an_empty_text_has_no_character(void **state)
{
    (void)state;
    FormText text = kit_text(" \n");
    assert_int_equal(text.count, 0);
    assert_text(form_text_character(&text, 0), "");
    assert_false(form_text_is_digit(&text, 0));
    assert_text(form_text_between(&text, 0, 0), "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        FORM_TEST(text_is_folded_without_blanks),   FORM_TEST(slips_are_mended_as_in_whole_labels),
        FORM_TEST(a_match_ends_between_characters), FORM_TEST(brackets_are_matched_within_a_part),
        FORM_TEST(lines_end_where_the_next_begins), FORM_TEST(an_empty_text_has_no_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
