#include "number_kit.h"

static void
number_units_in_the_cell(void **state)
{
    static const NumberCase cases[] = {
        {"rev_3y", "1.2亿元", "", "12000", "cell", "0.0001", NULL},
        {"rev_3y", "3,500万", "", "3500", "cell", "0.0001", NULL},
        {"rev_3y", "３，５００万元", "", "3500", "cell", "0.0001", NULL},
        {"rev_3y", "12000元", "", "1.2", "cell", "0.0001", NULL},
        {"rev_3y", "￥12,000.50元", "", "1.20005", "cell", "0.0001", NULL},
        {"rev_3y", "￥1.2亿", "", "12000", "cell", "0.0001", NULL},
        {"rev_3y", "￥12,000.50", "", "12000.5", "label", "1", "number_sign_doubtful"},
        {"rev_3y", "RMB 500", "", "500", "label", "1", "number_sign_doubtful"},
        {"rev_3y", "CNY500", "", "500", "label", "1", "number_sign_doubtful"},
        {"rev_3y", "人民币500", "", "500", "label", "1", "number_sign_doubtful"},
        {"rev_3y", "人民币：¥500", "", "500", "label", "1", "number_sign_doubtful"},
        {"rev_3y", "合计人民币500", "", "500", "label", "1", "number_sign_doubtful"},
        {"rev_3y", "元500", "", "500", "label", "1", "number_sign_doubtful"},
        {"rev_3y", "RMB 500元", "", "0.05", "cell", "0.0001", NULL},
        {"rev_3y", "RMB 1.2亿", "", "12000", "cell", "0.0001", NULL},
        {"rev_3y", "人民币3500万元", "", "3500", "cell", "0.0001", NULL},
        {"rev_3y", "1亿2000万元", "", "12000", "cell", "0.0001", NULL},
        {"rev_3y", "1亿2000万", "", "12000", "cell", "0.0001", NULL},
        {"eq_total", "3.5万台", "", "35000", "cell", "1", NULL},
        {"eq_total", "８０台／套", "", "80", "cell", "1", NULL},
        {"eq_total", "80（台/套）", "", "80", "cell", "1", NULL},
        {"eq_total", "80台套", "", "80", "cell", "1", NULL},
        {"eq_total", "1万2000", "", "12000", "label", "1", NULL},
        {"eq_total", "320。", "", "320", "label", "1", NULL},
        {"employees", "1.2万人", "", "12000", "cell", "1", NULL},
        {"roi_pct", "5‰", "", "0.5", "cell", "0.1", NULL},
    };
    (void)state;
    ASSERT_NUMBERS(cases);
}

static void
number_units_around_the_cell(void **state)
{
    static const NumberCase cases[] = {
        {"rev_3y", "1.5", "累计业务收入（亿元）", "15000", "head", "10000", NULL},
        {"rev_3y", "RMB 15000", "累计业务收入（元）", "1.5", "head", "0.0001", NULL},
        {"rev_3y", "1.5", "累计业务收入（含税）（亿元）", "15000", "head", "10000", NULL},
        {"rev_3y", "1.5", "累计业务收入（含税，单位：亿元）", "15000", "head", "10000", NULL},
        {"rev_3y", "1.5", "累计业务收入/亿元", "15000", "head", "10000", NULL},
        {"rev_3y", "1.5", "累计业务收入亿元", "15000", "head", "10000", NULL},
        {"rev_3y", "1.5", "累计业务收入（亿）", "15000", "head", "10000", NULL},
        {"rev_3y", "1.5", "累计业务收入（近三年）", "1.5", "label", "1", NULL},
        {"rev_3y", "3500元", "累计业务收入（亿元）", "0.35", "cell", "0.0001", NULL},
        {"rev_3y", "3千", "累计业务收入（元）", "0.3", "head", "0.0001", NULL},
        {"eq_total", "3.5", "工业设备数量（万台）", "35000", "head", "10000", NULL},
        {"eq_total", "35", "工业设备数量（台（套））", "35", "head", "1", NULL},
        {"platform_investment", "1.5", "投资金额", "1.5", "assumed", "1", NULL},
        {"ent_total_assets", "0", "", "0", "label", "1", NULL},
        {"rev_3y", "3", "累计业务收入（万美元）", NULL, NULL, NULL, "number_unit_other"},
        {"rev_3y", "3", "累计业务收入（万新元）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "3", "累计业务收入（美元）", NULL, NULL, NULL, "number_unit_other"},
        {"rev_3y", "3", "累计业务收入（万元/年）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "3", "累计业务收入（人）", NULL, NULL, NULL, "number_unit_other"},
        {"rev_3y", "3", "累计业务收入（单位：篇）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "3", "累计业务收入（10万元）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "3", "累计业务收入（十万元）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "3", "累计业务收入（单位：×1000元，含税）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "3", "累计业务收入（×10^4元）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "3", "累计业务收入（10⁴元）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "3", "累计业务收入（Ｗ）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "3", "累计业务收入（万员）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "3", "累计业务收入（￥）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "3", "累计业务收入（同比增长率）", NULL, NULL, NULL, "number_unit_unknown"},
        {"eq_total", "3", "工业设备数量（百台）", NULL, NULL, NULL, "number_unit_unknown"},
        {"eq_total", "3", "工业设备数量（占比）", NULL, NULL, NULL, "number_unit_unknown"},
        {"rd_prev_pct", "3%", "占主营业务收入（比例）", "3", "cell", "1", NULL},
        {"rev_3y", "3", "累计业务收入（10个项目，含税）", "3", "label", "1", NULL},
        {"rev_3y", "3", "累计业务收入（前十大项目）", "3", "label", "1", NULL},
        {"eq_total", "3", "工业设备数量（近12个月）", "3", "label", "1", NULL},
        {"eq_total", "3", "工业设备数量（吨）", NULL, NULL, NULL, "number_unit_other"},
    };
    (void)state;
    ASSERT_NUMBERS(cases);
}

static void
number_unit_may_stand_beside_the_row(void **state)
{
    const Field *field = kit_schema_field("enterprise", "att_enterprise.amount");
    Converter converter = {gbk, kit_arena, &findings, TEXT_NONE};
    CellInput input = {.raw = TEXT("2"), .label = TEXT("服务金额"), .unit = TEXT("亿元")};
    (void)state;
    findings = findinglist_new(kit_arena);
    TypedCell cell = convert_cell(&converter, field, &input);
    assert_text(cell.value, "20000");
    assert_text(cell.unit_source, "head");
    input.unit = TEXT("台");
    assert_text(convert_cell(&converter, field, &input).state, "bad");
    assert_string_equal(findings.items[0].code, "number_unit_other");
}

static void
number_units_of_something_else_are_findings(void **state)
{
    static const NumberCase cases[] = {
        {"rev_3y", "30人", "", NULL, NULL, NULL, "number_unit_other"},
        {"rev_3y", "300万美元", "", NULL, NULL, NULL, "number_unit_other"},
        {"rev_3y", "$300", "", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "62%", "", NULL, NULL, NULL, "number_unit_other"},
        {"rev_3y", "3千", "", NULL, NULL, NULL, "number_unit_unknown"},
        {"rev_3y", "1万2000", "", NULL, NULL, NULL, "number_unit_unknown"},
        {"eq_total", "62.5%", "", NULL, NULL, NULL, "number_unit_other"},
        {"eq_total", "30万元", "", NULL, NULL, NULL, "number_unit_other"},
        {"eq_total", "30座", "", NULL, NULL, NULL, "number_unit_unknown"},
        {"eq_total", "￥30台", "", NULL, NULL, NULL, "number_unit_unknown"},
        {"eq_total", "人民币30", "", NULL, NULL, NULL, "number_unit_other"},
        {"eq_total", "30台（含租赁）", "", NULL, NULL, NULL, "number_unit_unknown"},
        {"app_total", "30台", "", NULL, NULL, NULL, "number_unit_other"},
        {"roi_pct", "5个", "", NULL, NULL, NULL, "number_unit_other"},
    };
    (void)state;
    ASSERT_NUMBERS(cases);
}

static void
number_that_is_not_one_exact_number_is_a_finding(void **state)
{
    static const NumberCase cases[] = {
        {"eq_total", "约300台", "", NULL, NULL, NULL, "number_about"},
        {"eq_total", "300余台", "", NULL, NULL, NULL, "number_about"},
        {"eq_total", "三百多台", "", NULL, NULL, NULL, "number_about"},
        {"eq_total", ">300", "", NULL, NULL, NULL, "number_about"},
        {"eq_total", "＞300", "", NULL, NULL, NULL, "number_about"},
        {"eq_total", "300台以上", "", NULL, NULL, NULL, "number_about"},
        {"eq_total", "10万+", "", NULL, NULL, NULL, "number_about"},
        {"eq_total", "100-200台", "", NULL, NULL, NULL, "number_range"},
        {"eq_total", "100台～200台", "", NULL, NULL, NULL, "number_range"},
        {"eq_total", "三十至四十台", "", NULL, NULL, NULL, "number_range"},
        {"eq_total", "运行设备50台/套；加工设备20台/套", "", NULL, NULL, NULL, "number_several"},
        {"eq_total", "50台/套；20台/套", "", NULL, NULL, NULL, "number_several"},
        {"eq_total", "320（含租赁20台）", "", NULL, NULL, NULL, "number_several"},
        {"eq_total", "1万2万", "", NULL, NULL, NULL, "number_several"},
        {"eq_total", "8/10", "", NULL, NULL, NULL, "number_several"},
        {"eq_total", "1 200", "", NULL, NULL, NULL, "number_several"},
        {"eq_total", "1.2E+08", "", NULL, NULL, NULL, "number_digits_lost"},
        {"eq_total", "2023-05-01", "", NULL, NULL, NULL, "number_is_date"},
        {"eq_total", "运行设备50台", "", NULL, NULL, NULL, "number_bad"},
        {"eq_total", "1,2345", "", NULL, NULL, NULL, "number_bad"},
        {"eq_total", "若干", "", NULL, NULL, NULL, "number_bad"},
        {"eq_total", "待补充", "", NULL, NULL, NULL, "number_bad"},
        {"eq_total", "3.5", "", NULL, NULL, NULL, "number_bad"},
        {"eq_total", "1.23456万台", "", NULL, NULL, NULL, "number_bad"},
        {"eq_total", "1万2", "", NULL, NULL, NULL, "number_several"},
        {"eq_total", "（300）", "", NULL, NULL, NULL, "number_bad"},
        {"eq_total", "99999999999999999999999999999999999999999999999999999999999亿", "", NULL, NULL, NULL,
         "number_bad"},
    };
    (void)state;
    ASSERT_NUMBERS(cases);
}

static void
number_in_chinese_is_exact_or_a_finding(void **state)
{
    static const NumberCase cases[] = {
        {"eq_total", "三百二十", "", "320", "label", "1", NULL},
        {"eq_total", "十二万", "", "120000", "cell", "1", NULL},
        {"eq_total", "叁佰贰拾台", "", "320", "cell", "1", NULL},
        {"eq_total", "二〇〇", "", "200", "label", "1", NULL},
        {"eq_total", "三万零五十", "", "30050", "label", "1", NULL},
        {"rev_3y", "三点五亿元", "", "35000", "cell", "0.0001", NULL},
        {"rev_3y", "十二万", "", "12", "cell", "0.0001", NULL},
        {"rev_3y", "三百", "", "300", "label", "1", NULL},
        {"rev_3y", "一万二千", "", NULL, NULL, NULL, "number_unit_unknown"},
        {"eq_total", "一百二", "", NULL, NULL, NULL, "number_bad"},
        {"eq_total", "三五台", "", NULL, NULL, NULL, "number_bad"},
        {"eq_total", "数百台", "", NULL, NULL, NULL, "number_bad"},
        {"eq_total", "3百二十", "", NULL, NULL, NULL, "number_unit_unknown"},
    };
    (void)state;
    ASSERT_NUMBERS(cases);
}

static void
number_share_without_a_sign_is_told_with_both_readings(void **state)
{
    static const NumberCase cases[] = {
        {"ent_debt_ratio", "62%", "", "62", "cell", "1", NULL},
        {"ent_debt_ratio", "62％", "", "62", "cell", "1", NULL},
        {"ent_debt_ratio", "62", "", "62", "assumed", "1", NULL},
        {"ent_debt_ratio", "百分之六十", "", "60", "cell", "1", NULL},
        {"ent_debt_ratio", "百分之62.5", "", "62.5", "cell", "1", NULL},
        {"ent_debt_ratio", "0.62%", "", "0.62", "cell", "1", NULL},
        {"ent_debt_ratio", "0", "", "0", "assumed", "1", NULL},
        {"ent_debt_ratio", "1", "", "1", "assumed", "1", "percent_unclear"},
        {"ent_debt_ratio", "1.01", "", "1.01", "assumed", "1", NULL},
        {"rd_base_pct", "0.08", "占主营业务收入（%）", "0.08", "head", "1", "percent_unclear"},
        {"roi_pct", "-0.5", "", "-0.5", "label", "1", "percent_unclear"},
        {"ent_debt_ratio", "100", "", "100", "assumed", "1", NULL},
        {"ent_debt_ratio", "130%", "", "130", "cell", "1", "percent_over"},
        {"rd_base_pct", "100.1", "", "100.1", "label", "1", "percent_over"},
        {"roi_pct", "150", "", "150", "label", "1", NULL},
    };
    (void)state;
    ASSERT_NUMBERS(cases);
    convert(kit_schema_field("application", "ent_debt_ratio"), "0.62", "", "");
    assert_false(findings.items[0].error);
    assert_text(findings.items[0].read_as, "0.62%");
    assert_text(findings.items[0].expected, "62%");
}

static void
number_too_large_is_told_with_both_readings(void **state)
{
    static const NumberCase cases[] = {
        {"rev_3y", "10000000", "", "10000000", "label", "1", NULL},
        {"rev_3y", "10000000.01", "", "10000000.01", "label", "1", "number_unit_doubtful"},
        {"rev_3y", "35000000元", "", "3500", "cell", "0.0001", NULL},
        {"rev_3y", "350000000000元", "", "35000000", "cell", "0.0001", "number_implausible"},
        {"ent_profit_prev", "-35000000", "", "-35000000", "label", "1", "number_unit_doubtful"},
        {"ent_total_assets", "35000000", "", "35000000", "label", "1", NULL},
        {"platform_investment", "35000000", "", "35000000", "assumed", "1", "number_unit_doubtful"},
        {"protocol_kinds", "10001", "", "10001", "label", "1", "number_implausible"},
    };
    (void)state;
    ASSERT_NUMBERS(cases);
    convert(kit_schema_field("application", "rev_3y"), "35000000", "", "");
    assert_false(findings.items[0].error);
    assert_text(findings.items[0].read_as, "35000000万元");
    assert_text(findings.items[0].expected, "35000000元，即3500万元");
    convert(kit_schema_field("application", "protocol_kinds"), "10001", "", "");
    assert_text(findings.items[0].expected, "10000种");
}

static void
number_none_blank_and_nought_differ(void **state)
{
    static const struct {
        const char *field, *raw, *state, *code;
        bool error;
    } cases[] = {
        {"patents", "", "blank", NULL, false},
        {"patents", "0", "number", NULL, false},
        {"patents", "无", "none", NULL, false},
        {"patents", "无。", "none", NULL, false},
        {"patents", "暂无", "none", NULL, false},
        {"patents", "没有", "none", NULL, false},
        {"patents", "/", "blank", "none_unclear", false},
        {"patents", "—", "blank", "none_unclear", false},
        {"patents", "无（0）", "bad", "none_and_number", true},
        {"patents", "0（无）", "bad", "none_and_number", true},
        {"patents", "无/0", "bad", "none_and_number", true},
        {"sol_effective", "无", "none", "none_not_allowed", true},
        {"sol_effective", "/", "blank", NULL, false},
        {"sol_effective", "-", "blank", "zero_unclear", false},
        {"sol_effective", " — ", "blank", "zero_unclear", false},
        {"ent_profit_prev", "-", "blank", "zero_unclear", false},
        {"patents", "-", "blank", "none_unclear", false},
        {"sec_data", "-", "blank", NULL, false},
        {"contact_fax", "-", "blank", NULL, false},
        {"sec_data", "无", "none", "none_not_allowed", true},
        {"killer_cross_platform", "无", "none", NULL, false},
        {"eco_note", "无", "none", "none_not_allowed", false},
        {"eq_note", "无", "none", NULL, false},
        {"contact_fax", "无", "none", NULL, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TypedCell cell = convert(kit_schema_field("application", cases[i].field), cases[i].raw, "", "");
        assert_same(cases[i].raw, "state", cell.state, cases[i].state);
        assert_same(cases[i].raw, "finding", findings.count > 0 ? text_of(findings.items[0].code) : TEXT_NONE,
                    cases[i].code);
        assert_int_equal(findings.count, cases[i].code != NULL);
        if (findings.count > 0)
            assert_int_equal(findings.items[0].error, cases[i].error);
    }
}

/* Each may be done as it says, and is then in order. */
static void
number_instead_of_none_by_the_kind_of_field(void **state)
{
    static const struct {
        const char *kind, *field, *expected, *instead;
    } cases[] = {
        {"application", "sol_effective", "数字，数量为零的填0", "0"},
        {"application", "ent_profit_prev", "数字，金额为零的填0", "0"},
        {"application", "sec_data", "“是”或“否”，没有的填“否”", "否"},
        {"application", "eco_note", "文字说明，没有的留空或写明没有开展", "没有开展"},
        {"application", "eco_note", "文字说明，没有的留空或写明没有开展", ""},
        {"enterprise", "att_enterprise.amount", "数字，没有金额的填0或留空", "0"},
        {"enterprise", "att_enterprise.amount", "数字，没有金额的填0或留空", ""},
        {"equipment", "att_equipment.quantity", "数字，没有的填0或留空", "0"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const Field *field = kit_schema_field(cases[i].kind, cases[i].field);
        assert_same(cases[i].field, "state", convert(field, "无", "", "").state, "none");
        assert_same(cases[i].field, "finding", text_of(findings.items[0].code), "none_not_allowed");
        assert_text(findings.items[0].expected, cases[i].expected);
        convert(field, cases[i].instead, "", "");
        assert_int_equal(findings.count, 0);
    }
}

static void
number_marks_of_spreadsheets_are_heeded(void **state)
{
    const Field *field = kit_schema_field("application", "eq_total");
    (void)state;
    assert_text(convert(field, "2023-05-01", "", "C:date").state, "bad");
    assert_string_equal(findings.items[0].code, "number_is_date");
    assert_text(convert(field, "15:00", "", "C:time").state, "bad");
    assert_string_equal(findings.items[0].code, "number_is_date");
    assert_text(convert(field, "62.5%", "", "C:percent").state, "bad");
    assert_string_equal(findings.items[0].code, "number_unit_other");
    assert_text(convert(field, "1234567890123456", "", "C:number,long_number").state, "bad");
    assert_string_equal(findings.items[0].code, "number_digits_lost");
    assert_text(convert(field, "#DIV/0!", "", "C:formula,error").state, "bad");
    assert_int_equal(findings.count, 0);
    assert_text(convert(field, "320", "", "C:formula,number").value, "320");
    assert_int_equal(findings.count, 0);
    assert_int_equal(findings.count, 0);
    assert_same("5000000", "state", convert(field, "5000000", "", "C:number,scaled").state, "bad");
    assert_same("5000000", "finding", text_of(findings.items[0].code), "number_scaled");
    field = kit_schema_field("application", "rev_3y");
    assert_text(convert(field, "5000", "收入（万元）", "C:number,yuan").value, "5000");
    assert_same("5000", "finding", text_of(findings.items[0].code), "number_sign_doubtful");
    assert_text(findings.items[0].read_as, "5000万元");
    assert_text(findings.items[0].expected, "0.5万元");
    assert_text(convert(field, "5000", "收入（元）", "C:number,yuan").value, "0.5");
    assert_int_equal(findings.count, 0);
    field = kit_schema_field("application", "ent_debt_ratio");
    assert_text(convert(field, "62.5%", "", "C:percent").value, "62.5");
    assert_int_equal(findings.count, 0);
}

static void
number_without_a_unit(void **state)
{
    static const Case cases[] = {
        {"3", "number", "3", "3", NULL},          {"3.0", "number", "3", "3", NULL},
        {"3.5", "bad", NULL, NULL, "number_bad"}, {"三", "number", "3", "3", NULL},
        {"3吨", "bad", NULL, NULL, "number_bad"}, {"约3", "bad", NULL, NULL, "number_about"},
    };
    Field field = kit_field("rank", FIELD_INTEGER, "顺序");
    (void)state;
    ASSERT_CASES(field, cases);
}

static void
number_of_copies_with_its_counting_word(void **state)
{
    static const Case cases[] = {
        {"3份", "number", "3", "3", NULL},
        {" 2 张", "number", "2", "2", NULL},
        {"4本", "number", "4", "4", NULL},
        {"1.5份", "bad", NULL, NULL, "number_bad"},
        {"3万元", "bad", NULL, NULL, "number_unit_other"},
    };
    static AcceptedUnit accepted[] = {{{"张", 3}, {"1", 1}}, {{"本", 3}, {"1", 1}}};
    UploadUnit units = {.unit = TEXT("份"), .accepted = accepted, .accepted_count = 2};
    Field field = kit_field("copies", FIELD_INTEGER, "份数");
    (void)state;
    field.unit = TEXT("份");
    field.units = &units;
    ASSERT_CASES(field, cases);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(number_units_in_the_cell),
        TEST(number_units_around_the_cell),
        TEST(number_unit_may_stand_beside_the_row),
        TEST(number_units_of_something_else_are_findings),
        TEST(number_that_is_not_one_exact_number_is_a_finding),
        TEST(number_in_chinese_is_exact_or_a_finding),
        TEST(number_share_without_a_sign_is_told_with_both_readings),
        TEST(number_too_large_is_told_with_both_readings),
        TEST(number_none_blank_and_nought_differ),
        TEST(number_instead_of_none_by_the_kind_of_field),
        TEST(number_marks_of_spreadsheets_are_heeded),
        TEST(number_without_a_unit),
        TEST(number_of_copies_with_its_counting_word),
    };
    return cmocka_run_group_tests_name("convert_number", tests, NULL, NULL);
}
