#include "list_cases.h"

static void
entries_go_on_below_totals_notes_and_signatures(void **state)
{
    const ListCase cases[] = {
        {"a number that goes on below a total", ROWS("序号|姓名", "1|钱样", "2|孙样", "小计|2", "3|李样", "小计|1"),
         "3\t3\t0", NULL},
        {"the header again", ROWS("序号|姓名", "1|钱样", "小计|1", "序号|姓名", "1|李样"), "2\t2\t0", NULL},
        {"numbers that begin anew below a total", ROWS("序号|姓名", "1|钱样", "2|孙样", "小计：2人|", "1|李样"),
         "3\t3\t0", NULL},
        {"a number that goes on below a note", ROWS("序号|姓名|部门", "1|钱样|研发", "注：本页1人", "2|李样|研发"),
         "2\t2\t0", NULL},
        {"a number that goes on below a signature",
         ROWS("序号|姓名|部门", "1|钱样|研发", "制表人：李样||审核人：王样", "2|李样|研发"), "2\t2\t0", NULL},
        {"a note is numbered too", ROWS("序号|姓名", "1|钱样", "2|孙样", "注：", "1|本表一式三份"), "2\t2\t0",
         "\t5\t\\N\twarning\trow_after_end_unread\t本表一式三份\t"},
        {"numbers that begin anew below a note", ROWS("序号|姓名|部门", "1|钱样|研发", "注：本页1人", "1|李样|研发"),
         "1\t1\t0", "\t4\t\\N\terror\tlist_row_unread\t李样\t"},
        {"no numbers below a signature", ROWS("姓名|部门|岗位", "钱样|研发|工", "制表人：李样", "孙样|研发|工"),
         "1\t1\t0", "\t4\t\\N\terror\tlist_row_unread\t孙样\t"},
        {"a lone name", ROWS("姓名|部门|岗位", "钱样|研发|工", "制表人：李样", "孙样"), "1\t1\t0",
         "\t4\t\\N\twarning\trow_after_end_unread\t孙样\t"},
        {"the paper's end", ROWS("序号|姓名", "1|钱样", "合计|1人", "填表人：李样|", "2023年6月1日|"), "1\t1\t0", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "企业人员花名册");
}

static void
firms_named_as_totals_are_entries_and_totals_are_none(void **state)
{
    const ListCase cases[] = {
        {"a firm called 合计", ROWS("企业名称", "甲样公司", "合计量仪有限公司", "乙样公司"), "3\t3\t0", NULL},
        {"a total in words", ROWS("企业名称", "甲样公司", "合计一家"), "1\t1\t0", NULL},
        {"numbered totals",
         ROWS("序号|企业名称|服务金额（万元）|联系人", "1|甲样公司|10|张样", "2|本页合计|10", "3|以上合计|10",
              "4|金额合计|10", "5|累计|10", "6|合计1家|10", "7|（小计）|10", "8|乙样公司|10|张样"),
         "2\t2\t0", NULL},
        {"a total before a city's name",
         ROWS("序号|企业名称|服务金额（万元）", "一、福州市", "1|甲样公司|10", "福州市合计||10", "二、厦门市",
              "1|乙样公司|10", "厦门市合计||10", "|总计（2家）|20"),
         "2\t2\t0", "\t2\t\\N\twarning\tremark_row_skipped\t一、福州市\t"},
        {"totals in other words",
         ROWS("企业名称|服务金额（万元）", "甲样公司|10", "Total|10", "汇总|10", "总额|10", "平均|10",
              "平均科技公司|10", "Tata公司|10"),
         "3\t3\t0", NULL},
        {"totals in other words below numbers",
         ROWS("序号|企业名称|服务金额（万元）", "1|甲样公司|10", "|Total|10", "|汇总|10", "|平均|10"), "1\t1\t0", NULL},
        {"what stands elsewhere", ROWS("序号|企业名称|服务金额（万元）", "1|甲样公司|10", "2|详见附件"), "1\t1\t0",
         "\t3\t\\N\twarning\tremark_row_skipped\t详见附件\t"},
        {"firms with such words",
         ROWS("序号|企业名称|服务金额（万元）", "1|累计科技有限公司|10", "2|福州总计软件公司|10", "3|设计院|1"),
         "3\t3\t0", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "服务工业企业清单");
}

static void
devices_named_as_totals_are_told_by_their_own_value(void **state)
{
    const ListCase cases[] = {
        {"a total with a category and a quantity",
         ROWS("序号|设备类别|设备名称|设备ID|数量", "1|加工设备|机床|M1|10", "2|加工设备|本页小计||300", "|合计|||10"),
         "1\t1\t0", NULL},
        {"a device with its ID", ROWS("序号|设备类别|设备名称|设备ID|数量", "1|加工设备|流量累计|M1|10"), "1\t1\t0",
         NULL},
        {"a device with nothing but its ID", ROWS("序号|设备名称|设备ID", "1|流量累计|M1", "2|流量累计|M2"), "2\t2\t0",
         NULL},
        {"a total with a number where the ID stands", ROWS("序号|设备名称|设备ID", "1|机床|M1", "|总计|300"), "1\t1\t0",
         "\t3\t\\N\twarning\tremark_row_skipped\t总计\t"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "工业设备清单");
}

/* 企业名称 is merged over both rows. */
static Output
read_merged(const char *above, const char *below)
{
    const char *const rows[] = {"序号|企业名称|服务金额（万元）|联系人", above, below, NULL};
    Sheet *sheet = kit_sheet(rows);
    Header header;
    assert_true(sheet_add_merge(sheet, TEXT("B2:B3")));
    assert_int_equal(header_find(sheet, kit_schemas(), TEXT("服务工业企业清单"), kit_arena, &header), HEADER_FOUND);
    return kit_list(sheet, &header, kit_setting(), true);
}

static void
figures_below_a_merged_name_are_read_or_told(void **state)
{
    (void)state;
    Output numbered = read_merged("1|甲样公司|10|林某", "2||20|陈某");
    assert_int_equal(kit_count(numbered.rows, "\\#list-end\t2\t2\t0\n"), 1);
    assert_int_equal(kit_count(numbered.findings, "B3\t3\t企业名称\twarning\tmerged_cell_spread\t甲样公司\t"), 1);
    Output figure = read_merged("1|甲样公司|10|林某", "||20|陈某");
    assert_int_equal(kit_count(figure.rows, "\\#list-end\t1\t1\t0\n"), 1);
    assert_int_equal(kit_count(figure.findings, "C3\t3\t\\N\terror\tlist_figure_merged\t20\t"), 1);
    Output person = read_merged("1|甲样公司|10|林某", "2|||陈某");
    assert_int_equal(kit_count(person.rows, "\\#list-end\t1\t1\t0\n"), 1);
    assert_int_equal(kit_count(person.findings, "D3\t3\t\\N\twarning\tlist_row_merged\t陈某\t"), 1);
}

static void
entries_without_a_name_are_rejected(void **state)
{
    const ListCase cases[] = {
        {"a blank", ROWS("序号|企业名称|服务金额（万元）", "1|甲样公司|10", "2||10"), "2\t1\t1",
         "\t3\t企业名称\terror\trequired_missing\t\\N\t\\N\t企业名称\t"},
        {"a stroke", ROWS("序号|企业名称|服务金额（万元）", "1|甲样公司|10", "2|—|10"), "2\t1\t1",
         "\terror\trequired_missing\t—\t"},
        {"none", ROWS("序号|企业名称|服务金额（万元）|联系人", "1|甲样公司|10|张样", "|无|10|王样"), "2\t1\t1",
         "\terror\trequired_missing\t无\t"},
        {"to be said", ROWS("序号|企业名称|服务金额（万元）", "1|甲样公司|10", "2|待定|10"), "2\t1\t1",
         "\terror\trequired_missing\t待定\t"},
        {"an unused line", ROWS("序号|企业名称|服务金额（万元）", "1|甲样公司|10", "2||"), "1\t1\t0", NULL},
    };
    const ListCase devices[] = {
        {"its own ID", ROWS("序号|设备名称|设备ID", "1|机床|M1", "2||M2"), "2\t2\t0",
         "\t3\t设备名称\twarning\trequired_missing\t"},
        {"neither", ROWS("序号|设备名称|设备类别|设备ID", "1|机床|加工设备|M1", "2||加工设备|"), "2\t1\t1",
         "\t3\t设备名称\terror\trequired_missing\t"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "服务工业企业清单");
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        assert_case(&devices[i], "工业设备清单");
}

static void
an_apostrophe_before_an_identifier_is_none_of_it(void **state)
{
    const ListCase cases[] = {
        {"the same twice", ROWS("序号|设备名称|设备ID", "1|泵|'00001", "2|泵|00001"), "2\t1\t1",
         "C3\t3\t设备ID\terror\tlist_key_repeated\t00001\t\\N\t第2行\t"},
        {"nothing behind it", ROWS("序号|设备名称|设备ID", "1|泵|'00001", "2|泵|'"), "2\t2\t0", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "工业设备清单");
}

static void
digits_name_nobody(void **state)
{
    const ListCase firms[] = {
        {"thousands that a comma cut off", ROWS("序号|企业名称|服务金额（万元）|联系人", "1|甲样公司|1|200"), "1\t0\t1",
         "D2\t2\t联系人\terror\tperson_is_number\t200\t"},
        {"another number", ROWS("序号|企业名称|服务金额（万元）|联系人", "1|甲样公司|1|20"), "1\t1\t0",
         "D2\t2\t联系人\twarning\tperson_is_number\t20\t"},
        {"behind no figure", ROWS("序号|企业名称|联系人", "1|甲样公司|200"), "1\t1\t0",
         "C2\t2\t联系人\twarning\tperson_is_number\t200\t"},
        {"a person", ROWS("序号|企业名称|服务金额（万元）|联系人", "1|甲样公司|1|3号张样"), "1\t1\t0", NULL},
    };
    const ListCase staff[] = {
        {"a name of digits", ROWS("序号|姓名", "1|1001"), "1\t1\t0", "B2\t2\t姓名\twarning\tperson_is_number\t1001\t"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof firms / sizeof *firms; i++)
        assert_case(&firms[i], "服务工业企业清单");
    assert_case(&staff[0], "企业人员花名册");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(entries_go_on_below_totals_notes_and_signatures),
        TEST(firms_named_as_totals_are_entries_and_totals_are_none),
        TEST(figures_below_a_merged_name_are_read_or_told),
        TEST(entries_without_a_name_are_rejected),
        TEST(an_apostrophe_before_an_identifier_is_none_of_it),
        TEST(digits_name_nobody),
        TEST(devices_named_as_totals_are_told_by_their_own_value),
    };

    return cmocka_run_group_tests_name("list role", tests, NULL, NULL);
}
