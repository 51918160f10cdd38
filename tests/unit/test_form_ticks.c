#include "form_kit.h"

#include "answer/form_ticks.h"

/* What each box of a list is read from, parted by "|". */
static Text
ticks_of(const char *cell)
{
    FormText text = kit_text(cell);
    FormMarks marks = form_marks_of(&kit_labels, &text, kit_arena);
    Text joined = TEXT("");
    for (size_t i = 0; i < marks.count; i++) {
        size_t end;
        FormPart part = form_ticks_part(&text, &marks, &marks.items[i], &end);
        joined = arena_printf(kit_arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(joined), i > 0 ? "|" : "",
                              TEXT_ARG(form_text_between(&text, part.from, part.to)));
    }
    return joined;
}

static void
all_marks_of_a_part_are_its_label_s(void **state)
{
    (void)state;
    assert_text(ticks_of("5G□√、大数据□、人工智能□√"), "5G□√|大数据□|人工智能□√");
    assert_text(ticks_of("√□5G、□大数据；□√人工智能"), "√□5G|□大数据|□√人工智能");
    assert_text(ticks_of("5G□ √、大数据□（√）、人工智能（ ）"), "5G□ √|大数据□（√）|人工智能（ ）");
    assert_text(ticks_of("5G□\n√大数据\n□人工智能"), "5G□|√大数据|□人工智能");
}

static void
without_a_sign_between_two_labels_a_mark_is_the_one_s_that_it_touches(void **state)
{
    (void)state;
    assert_text(ticks_of("5G☑ 大数据☑ □人工智能"), "5G☑|大数据☑|□人工智能");
    assert_text(ticks_of("□5G √大数据 □人工智能"), "□5G|√大数据|□人工智能");
    assert_text(ticks_of("5G☑大数据□人工智能☑"), "5G☑|大数据□|人工智能☑");
    assert_text(ticks_of("☑5G□大数据☑人工智能"), "☑5G|□大数据|☑人工智能");
    assert_text(ticks_of("□5G√ □大数据"), "□5G√|□大数据");
}

static void
a_mark_that_may_be_either_s_is_shown_with_both(void **state)
{
    (void)state;
    assert_text(ticks_of("5G□√大数据□"), "5G□√大数据|5G□√大数据□");
    assert_text(ticks_of("5G □ √ 大数据"), "5G □ √ 大数据|5G □ √ 大数据");
}

static void
yes_and_no_stand_behind_a_label(void **state)
{
    (void)state;
    assert_text(ticks_of("5G：是 大数据：否 人工智能：√"), "5G：是|大数据：否|人工智能：√");
    assert_text(ticks_of("5G有、大数据无、人工智能 是"), "5G有|大数据无|人工智能 是");
    assert_text(ticks_of("5G：□是 ☑否；大数据：☑是 □否"), "5G：□是 ☑否|大数据：☑是 □否");
    assert_text(ticks_of("5G：√大数据：□"), "5G：√|大数据：□");
    assert_text(ticks_of("5G是重点"), "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        FORM_TEST(all_marks_of_a_part_are_its_label_s),
        FORM_TEST(without_a_sign_between_two_labels_a_mark_is_the_one_s_that_it_touches),
        FORM_TEST(a_mark_that_may_be_either_s_is_shown_with_both),
        FORM_TEST(yes_and_no_stand_behind_a_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
