#include "table_kit.h"

#include "schema/label.h"

typedef struct Case {
    const char *written;
    LabelMatch match;
} Case;

static LabelMatch
match(const char *written, const char *aliases)
{
    Field field = kit_field("f", FIELD_TEXT, aliases);
    Label label = label_new(text_of(written), kit_arena);
    size_t alias;
    return label_match(&label, &field, &alias);
}

static void
label_is_matched_as_surely_as_it_was_written(void **state)
{
    static const Case cases[] = {
        {"联系方式（手机）", LABEL_EXACT},
        {"联 系 方 式\n(手机)", LABEL_EXACT},
        {"*联系方式：", LABEL_BARE},
        {"联系方式（请填11位）", LABEL_BARE},
        {"企业联系方式", LABEL_ENDS_WITH},
        {"联系方式及地址", LABEL_CONTAINS},
        {"联系方式Phone", LABEL_CONTAINS},
        {"联系方式变更日期", LABEL_NONE},
        {"联系", LABEL_NONE},
        {"", LABEL_NONE},
        {"请各单位如实填写联系方式并于截止日期之前加盖公章报送至省厅", LABEL_NONE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        LabelMatch got = match(cases[i].written, "联系方式(手机) 联系方式");
        if (got != cases[i].match)
            fail_msg("\"%s\": got %d, expected %d", cases[i].written, got, cases[i].match);
    }
}

static void
label_of_one_letter_is_never_found_inside(void **state)
{
    (void)state;
    assert_int_equal(match("程序", "序"), LABEL_NONE);
    assert_int_equal(match("序", "序"), LABEL_EXACT);
}

static void
label_note_is_what_the_next_brackets_hold(void **state)
{
    (void)state;
    size_t at = 0;
    assert_text(label_note(TEXT("投资金额（亿元）(含税)"), &at), "亿元");
    assert_text(label_note(TEXT("投资金额（亿元）(含税)"), &at), "含税");
    assert_null(label_note(TEXT("投资金额（亿元）(含税)"), &at).ptr);
    at = 0;
    assert_text(label_note(TEXT("数量（台（套））"), &at), "台（套）");
    at = 0;
    assert_text(label_note(TEXT("资产负债率[%]"), &at), "%");
    at = 0;
    assert_null(label_note(TEXT("投资金额"), &at).ptr);
    at = 0;
    assert_null(label_note(TEXT("投资金额（亿元"), &at).ptr);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(label_is_matched_as_surely_as_it_was_written, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(label_of_one_letter_is_never_found_inside, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(label_note_is_what_the_next_brackets_hold, kit_set_up, kit_tear_down),
    };
    return cmocka_run_group_tests_name("label", tests, NULL, NULL);
}
