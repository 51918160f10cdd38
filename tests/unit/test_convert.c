#include "convert_kit.h"

static void
convert_names_keeps_what_was_written(void **state)
{
    static const Case cases[] = {
        {" 三明　云 ", "text", NULL, "三明 云", NULL},
        {"三明\u200b云", "text", NULL, "三明云", "name_invisible_characters"},
        {"三明\uE000云", "text", NULL, "三明\uE000云", "name_garbled"},
        {"三明\uFFFD云", "text", NULL, "三明\uFFFD云", "name_garbled"},
        {"㐂云", "text", NULL, "㐂云", "not_in_gbk"},
        {"=SUM(A1)", "text", NULL, "=SUM(A1)", "formula_like_text"},
        {"@三明", "text", NULL, "@三明", "formula_like_text"},
        {"", "blank", NULL, NULL, "required_missing"},
        {" — ", "blank", NULL, NULL, "required_missing"},
        {"无", "none", NULL, NULL, "required_missing"},
    };
    Field field = kit_field("platform", FIELD_NAME, "平台名称");
    (void)state;
    field.required = true;
    ASSERT_CASES(field, cases);
}

static void
convert_lost_character_is_an_error_and_a_private_one_a_warning(void **state)
{
    Field field = kit_field("platform", FIELD_NAME, "平台名称");
    (void)state;
    convert(&field, "三明\uFFFD云", "", "");
    assert_true(findings.items[0].error);
    convert(&field, "三明\uE000云", "", "");
    assert_false(findings.items[0].error);
}

/* `times` the piece, which ends in NUL. */
static const char *
repeated(const char *piece, size_t times)
{
    Text text = TEXT("");
    for (size_t i = 0; i < times; i++)
        text = arena_join(kit_arena, text, text_of(piece), TEXT(""));
    return arena_string(kit_arena, text);
}

static void
convert_keys_have_an_end_and_free_text_has_none(void **state)
{
    Field name = kit_field("platform", FIELD_NAME, "平台名称");
    Field person = kit_field("contact", FIELD_PERSON, "联系人");
    Field note = kit_field("note", FIELD_TEXT, "备注");
    (void)state;
    name.match = true;
    assert_text(convert(&name, repeated("云", 200), "", "").state, "text");
    assert_text(convert(&person, repeated("云", 201), "", "").state, "bad");
    assert_text(convert(&note, repeated("云", 201), "", "").state, "text");
    TypedCell cell = convert(&name, repeated("云", 201), "", "");
    assert_text(cell.state, "bad");
    assert_true(cell.text.ptr == NULL && cell.folded.ptr == NULL);
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.items[0].code, "value_too_long");
    assert_text(findings.items[0].read_as, "201");
    /* U+FDFA is folded to fifteen Arabic letters of two bytes. */
    assert_text(convert(&name, repeated("\uFDFA", 26), "", "").state, "text");
    assert_text(convert(&name, repeated("\uFDFA", 27), "", "").state, "bad");
    assert_text(findings.items[0].read_as, "203");
}

static void
convert_each_of_several_names_may_be_as_long_as_one(void **state)
{
    Field former = kit_field("former_names", FIELD_TEXT, "曾用名");
    const char *name = repeated("云", 200), *longer = repeated("云", 201);
    (void)state;
    former.match = true;
    Text names = arena_join(kit_arena, text_of(name), TEXT("、"), text_of(name));
    assert_text(convert(&former, arena_string(kit_arena, names), "", "").state, "text");
    names = arena_join(kit_arena, text_of(name), TEXT("、"), text_of(longer));
    assert_text(convert(&former, arena_string(kit_arena, names), "", "").state, "bad");
}

static void
convert_blank_is_no_finding_where_nothing_is_required(void **state)
{
    Field head = kit_field("contact", FIELD_PERSON, "联系人");
    Field optional = kit_field("note", FIELD_TEXT, "备注");
    (void)state;
    head.required = head.in_head = true;
    assert_text(convert(&head, "", "", "").state, "blank");
    assert_int_equal(findings.count, 0);
    assert_text(convert(&optional, "无", "", "").state, "none");
    assert_int_equal(findings.count, 0);
}

static void
convert_cell_that_extract_gave_up_has_no_second_finding(void **state)
{
    Field field = kit_field("platform", FIELD_NAME, "平台名称");
    (void)state;
    field.required = true;
    assert_text(convert(&field, "#REF!", "", "C:formula,error").state, "bad");
    assert_int_equal(findings.count, 0);
    assert_text(convert(&field, "", "", "C:formula_no_value").state, "bad");
    assert_int_equal(findings.count, 0);
}

static void
convert_mobiles(void **state)
{
    static const Case cases[] = {
        {"139 0000 0005", "text", NULL, "13900000005", NULL},
        {"13900000005.0", "text", NULL, "13900000005", NULL},
        {"0598-8200002", "text", NULL, "0598-8200002", "mobile_expected"},
        {"1.38E+10", "bad", NULL, "1.38E+10", "phone_digits_lost"},
        {"8200002", "text", NULL, "8200002", "mobile_expected"},
        {"1390000", "bad", NULL, "1390000", "phone_bad"},
        {"139000000051", "bad", NULL, "139000000051", "phone_bad"},
    };
    Field field = kit_field("mobile", FIELD_MOBILE, "手机");
    (void)state;
    ASSERT_CASES(field, cases);
}

static void
convert_phones_take_landlines(void **state)
{
    static const Case cases[] = {
        {"（0591）87000001", "text", NULL, "0591-87000001", NULL},
        {"13900000005", "text", NULL, "13900000005", NULL},
    };
    Field field = kit_field("phone", FIELD_PHONE, "联系方式");
    (void)state;
    ASSERT_CASES(field, cases);
}

static void
convert_sequences(void **state)
{
    static const Case cases[] = {
        {"1", "number", "1", "1", NULL},
        {"３", "number", "3", "3", NULL},
        {"2、", "number", "2", "2", NULL},
        {"（4）", "number", "4", "4", NULL},
        {"5.", "number", "5", "5", NULL},
        {"6.0", "number", "6", "6", NULL},
        {"0", "text", NULL, "0", "sequence_bad"},
        {"-1", "text", NULL, "-1", "sequence_bad"},
        {"1.5", "text", NULL, "1.5", "sequence_bad"},
        {"一", "number", "1", "1", NULL},
        {"（十二）", "number", "12", "12", NULL},
        {"No.7", "number", "7", "7", NULL},
        {"第8", "number", "8", "8", NULL},
        {"甲", "text", NULL, "甲", "sequence_bad"},
        {"1-2", "text", NULL, "1-2", "sequence_bad"},
    };
    Field field = kit_field("seq", FIELD_SEQUENCE, "序号");
    (void)state;
    ASSERT_CASES(field, cases);
}

static void
convert_codes_by_both_standards(void **state)
{
    static const Case cases[] = {
        {"91350100m000100y43", "text", NULL, "91350100M000100Y43", NULL},
        {"9135 0100 M000100Y43", "text", NULL, "91350100M000100Y43", NULL},
        {"91350100M000100Y44", "text", NULL, "91350100M000100Y44", "uscc_check_digit"},
        {"M000100Y-4", "text", NULL, "M000100Y4", NULL},
        {"M000100Y5", "text", NULL, "M000100Y5", "uscc_check_digit"},
        {"9135010", "bad", NULL, "9135010", "uscc_bad"},
        {"91350100I000100Y43", "bad", NULL, "91350100I000100Y43", "uscc_bad"},
    };
    Field field = kit_field("uscc", FIELD_USCC, "统一社会信用代码");
    (void)state;
    ASSERT_CASES(field, cases);
    convert(&field, "91350100M000100Y44", "", "");
    assert_text(findings.items[0].expected, "3");
}

static void
convert_choices(void **state)
{
    static const Case cases[] = {
        {" 是 ", "text", NULL, "是", NULL},
        {"可能", "bad", NULL, "可能", "choice_unknown"},
    };
    Text choices[] = {TEXT("是"), TEXT("否")};
    Field field = kit_field("verdict", FIELD_ENUM, "裁定");
    (void)state;
    field.choices = choices;
    field.choice_count = 2;
    ASSERT_CASES(field, cases);
    assert_text(findings.items[0].expected, "是、否");
}

/* What the schema has other words for, with a warning; 无 too, where it is one of them. */
static void
convert_other_words_for_choices(void **state)
{
    static const Case clouds[] = {
        {"是", "text", NULL, "是", NULL},
        {"√", "text", NULL, "是", NULL},
        {"TRUE", "text", NULL, "是", NULL},
        {"Y", "text", NULL, "是", "choice_word_read"},
        {"ｙｅｓ", "text", NULL, "是", "choice_word_read"},
        {"1", "text", NULL, "是", "choice_word_read"},
        {"有", "text", NULL, "是", "choice_word_read"},
        {"已接入", "text", NULL, "是", "choice_word_read"},
        {"×", "text", NULL, "否", "choice_word_read"},
        {"N", "text", NULL, "否", "choice_word_read"},
        {"0", "text", NULL, "否", "choice_word_read"},
        {" 无 ", "text", NULL, "否", "choice_word_read"},
        {"/", "blank", NULL, NULL, NULL},
        {"部分", "bad", NULL, "部分", "choice_unknown"},
        {"是×", "bad", NULL, "是×", "choice_unclear"},
    };
    static const Case kinds[] = {
        {"自主研发", "text", NULL, "自研", "choice_word_read"},
        {"自研 app", "text", NULL, "自研", "choice_word_read"},
        {"第三方", "text", NULL, "生态伙伴", "choice_word_read"},
        {"生态合作伙伴", "text", NULL, "生态伙伴", "choice_word_read"},
        {"无", "none", NULL, NULL, NULL},
        {"自研与生态伙伴", "bad", NULL, "自研与生态伙伴", "choice_unknown"},
    };
    (void)state;
    ASSERT_CASES(*kit_schema_field("equipment", "att_equipment.public_cloud"), clouds);
    ASSERT_CASES(*kit_schema_field("app", "att_app.kind"), kinds);
    convert(kit_schema_field("app", "att_app.kind"), "第三方", "", "");
    assert_text(findings.items[0].read_as, "生态伙伴");
    assert_text(findings.items[0].expected, "自研、生态伙伴");
    assert_false(findings.items[0].error);
}

static void
convert_matched_fields_carry_their_folded_form(void **state)
{
    Field name = kit_field("platform", FIELD_NAME, "平台名称");
    Field former = kit_field("former_names", FIELD_TEXT, "曾用名");
    (void)state;
    assert_null(convert(&name, "三明（云）", "", "").folded.ptr);
    name.match = former.match = true;
    assert_text(convert(&name, "三明（云）　A平台", "", "").folded, "三明(云)a平台");
    assert_text(convert(&former, "三明云、沙溪云；;A云", "", "").folded, "三明云\n沙溪云\na云");
}

static void
convert_former_names_lose_what_is_said_of_them(void **state)
{
    Field former = kit_field("former_names", FIELD_TEXT, "曾用名");
    (void)state;
    former.match = true;
    assert_text(convert(&former, "甲公司/乙公司／丙公司", "", "").folded, "甲公司\n乙公司\n丙公司");
    assert_text(convert(&former, "曾用名：甲公司（2021年更名）", "", "").folded, "甲公司");
    assert_text(convert(&former, "原名:甲公司、乙公司（原名）；（原名）丙公司", "", "").folded,
                "甲公司\n乙公司\n丙公司");
    assert_text(convert(&former, "甲（福建）公司、乙公司（福州）、（原名）", "", "").folded,
                "甲(福建)公司\n乙公司(福州)");
}

static void
convert_finding_names_place_field_and_subject(void **state)
{
    Field field = kit_field("mobile", FIELD_MOBILE, "手机");
    (void)state;
    convert(&field, "123", "", "");
    assert_int_equal(findings.items[0].place.row_no, 7);
    assert_int_equal(findings.items[0].place.column, 2);
    assert_text(findings.items[0].field, "手机");
    assert_text(findings.items[0].raw, "123");
    assert_text(findings.items[0].subject, "甲|乙");
}

static void
convert_extra_columns_keep_their_label(void **state)
{
    findings = findinglist_new(kit_arena);
    Converter converter = {gbk, kit_arena, &findings, TEXT_NONE};
    CellInput input = {.place = {TEXT("S"), 7, 2}, .raw = TEXT(" 已公示 "), .marks = TEXT(""), .label = TEXT("备注")};
    (void)state;
    TypedCell cell = convert_extra(&converter, TEXT("备注"), &input);
    assert_text(cell.field, "x:备注");
    assert_text(cell.text, "已公示");
    assert_text(cell.raw, " 已公示 ");
}

static void
convert_what_only_holds_a_place_is_no_name(void **state)
{
    static const Case names[] = {
        {"暂无", "none", NULL, NULL, "required_missing"}, {"待定", "bad", NULL, NULL, "required_missing"},
        {"同上", "bad", NULL, NULL, "required_missing"},  {"NULL", "blank", NULL, NULL, "required_missing"},
        {"待定云", "text", NULL, "待定云", NULL},
    };
    static const Case notes[] = {{"待定", "text", NULL, "待定", NULL}};
    Field name = kit_field("platform", FIELD_NAME, "平台名称");
    Field note = kit_field("note", FIELD_TEXT, "备注");
    (void)state;
    name.required = true;
    ASSERT_CASES(name, names);
    ASSERT_CASES(note, notes);
    name.required = false;
    convert(&name, "同上", "", "");
    assert_int_equal(findings.count, 1);
}

static void
convert_name_broken_to_fit_its_cell_is_one_but_two_persons_are_two(void **state)
{
    static const Case names[] = {{"三明沙溪\n有限公司", "text", NULL, "三明沙溪有限公司", NULL}};
    static const Case persons[] = {{"李样\n王样", "text", NULL, "李样 王样", NULL}};
    Field name = kit_field("enterprise", FIELD_NAME, "依托企业");
    Field person = kit_field("contact", FIELD_PERSON, "联系人");
    (void)state;
    ASSERT_CASES(name, names);
    ASSERT_CASES(person, persons);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(convert_keys_have_an_end_and_free_text_has_none),
        TEST(convert_former_names_lose_what_is_said_of_them),
        TEST(convert_each_of_several_names_may_be_as_long_as_one),
        TEST(convert_names_keeps_what_was_written),
        TEST(convert_lost_character_is_an_error_and_a_private_one_a_warning),
        TEST(convert_blank_is_no_finding_where_nothing_is_required),
        TEST(convert_cell_that_extract_gave_up_has_no_second_finding),
        TEST(convert_mobiles),
        TEST(convert_phones_take_landlines),
        TEST(convert_sequences),
        TEST(convert_codes_by_both_standards),
        TEST(convert_choices),
        TEST(convert_other_words_for_choices),
        TEST(convert_matched_fields_carry_their_folded_form),
        TEST(convert_finding_names_place_field_and_subject),
        TEST(convert_extra_columns_keep_their_label),
        TEST(convert_what_only_holds_a_place_is_no_name),
        TEST(convert_name_broken_to_fit_its_cell_is_one_but_two_persons_are_two),
    };
    return cmocka_run_group_tests_name("convert", tests, NULL, NULL);
}
