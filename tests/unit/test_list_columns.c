#include "list_cases.h"

static void
two_columns_for_one_field_are_told(void **state)
{
    const ListCase devices[] = {
        {"two that may be the ID", ROWS("设备编号|类别|设备名称|设备标识", "1|运行设备|泵|S1"), "1\t1\t0",
         "D1\t1\t\\N\terror\tlist_column_rival\t设备标识\t设备编号\t设备ID\t"},
        {"one with the printed name", ROWS("序号|类别|设备名称|设备编号|设备ID", "1|运行设备|泵|G1|S1"), "1\t1\t0",
         "D1\t1\t\\N\twarning\tlist_column_rival\t设备编号\t设备ID\t设备ID\t"},
        {"the same label twice is told as that", ROWS("序号|设备名称|设备ID|设备ID", "1|泵|S1|S1"), "1\t1\t0",
         "\twarning\tcolumn_repeated\t设备ID\t"},
        {"one ID and another number", ROWS("序号|设备名称|设备ID|资产编号", "1|泵|S1|Z1"), "1\t1\t0", NULL},
    };
    const ListCase firms[] = {
        {"two years", ROWS("序号|企业名称|2021年服务金额（万元）|2022年服务金额（万元）", "1|甲样公司|100|200"),
         "1\t1\t0", "D1\t1\t\\N\terror\tlist_column_rival\t2022年服务金额（万元）\t2021年服务金额（万元）\t服务金额\t"},
        {"two amounts, one printed", ROWS("序号|企业名称|合同金额|服务金额", "1|甲样公司|100|200"), "1\t1\t0",
         "C1\t1\t\\N\twarning\tlist_column_rival\t合同金额\t服务金额\t服务金额\t"},
        {"two names, one printed", ROWS("序号|客户名称|企业名称", "1|甲样集团|甲样公司"), "1\t1\t0",
         "B1\t1\t\\N\twarning\tlist_column_rival\t客户名称\t企业名称\t企业名称\t"},
        {"two contacts weigh nothing", ROWS("序号|企业名称|联系人|企业联系人", "1|甲样公司|张样|王样"), "1\t1\t0",
         NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        assert_case(&devices[i], "工业设备清单");
    for (size_t i = 0; i < sizeof firms / sizeof *firms; i++)
        assert_case(&firms[i], "服务工业企业清单");
}

static void
a_remark_that_may_mean_other_figures_is_told(void **state)
{
    const ListCase cases[] = {
        {"planned", ROWS("序号|企业名称|服务金额（预计，万元）", "1|甲样公司|100"), "1\t1\t0",
         "C1\t1\t\\N\twarning\tlist_column_doubtful\t服务金额（预计，万元）\t\\N\t服务金额\t"},
        {"a running total", ROWS("序号|企业名称|服务金额（累计）", "1|甲样公司|100"), "1\t1\t0",
         "list_column_doubtful"},
        {"a unit and a tax", ROWS("序号|企业名称|服务金额（含税，万元）", "1|甲样公司|100"), "1\t1\t0", NULL},
        {"words", ROWS("序号|企业名称（计划）|服务金额", "1|甲样公司|100"), "1\t1\t0", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "服务工业企业清单");
}

static void
a_figure_that_is_read_as_no_field_is_told(void **state)
{
    const ListCase cases[] = {
        {"a unit behind the name", ROWS("序号|企业名称|服务金额千元", "1|甲样公司|100"), "1\t1\t0",
         "C1\t1\t\\N\twarning\tlist_figure_unread\t服务金额千元\t\\N\t服务金额\t"},
        {"a total alone", ROWS("序号|企业名称|服务金额合计", "1|甲样公司|100"), "1\t1\t0", "list_figure_unread"},
        {"a total beside the figure", ROWS("序号|企业名称|服务金额|服务金额合计|小计", "1|甲样公司|100|100|100"),
         "1\t1\t0", NULL},
        {"its unit", ROWS("序号|企业名称|服务金额单位", "1|甲样公司|万元"), "1\t1\t0", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "服务工业企业清单");
}

static void
what_counts_other_things_is_no_quantity(void **state)
{
    const ListCase cases[] = {
        {"points", ROWS("序号|设备名称|设备ID|采集点数量", "1|泵|S1|50"), "1\t1\t0",
         "D1\t1\t\\N\twarning\tlist_quantity_unread\t采集点数量\t\\N\t数量\t"},
        {"points beside the quantity", ROWS("序号|设备名称|设备ID|采集点数量|数量（台）", "1|泵|S1|50|2"), "1\t1\t0",
         NULL},
        {"the kind's own words", ROWS("序号|设备名称|设备ID|设备数量", "1|泵|S1|2"), "1\t1\t0", NULL},
        {"a total of the quantity", ROWS("序号|设备名称|设备ID|数量合计", "1|泵|S1|2"), "1\t1\t0",
         "D1\t1\t\\N\twarning\tlist_quantity_unread\t数量合计\t\\N\t数量\t"},
        {"a total of what is not said", ROWS("序号|设备名称|设备ID|合计", "1|泵|S1|2"), "1\t1\t0",
         "D1\t1\t\\N\twarning\tlist_quantity_unread\t合计\t\\N\t数量\t"},
        {"a total beside the quantity", ROWS("序号|设备名称|设备ID|数量|合计", "1|泵|S1|2|2"), "1\t1\t0", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_case(&cases[i], "工业设备清单");
    Output points = read_list(cases[0].rows, "工业设备清单");
    assert_int_equal(kit_count(points.rows, "att_equipment.quantity"), 0);
    Output both = read_list(cases[1].rows, "工业设备清单");
    assert_int_equal(kit_count(both.rows, "att_equipment.quantity"), 1);
    assert_int_equal(kit_count(both.rows, "\\#extras\t采集点数量\n"), 1);
    Output staff = read_list(ROWS("序号|姓名|部门人数", "1|钱样|60"), "企业人员花名册");
    assert_int_equal(kit_count(staff.rows, "att_staff.quantity"), 0);
}

/* One finding for each word and column, at the first row that has it. */
static void
other_words_for_choices_are_told_once(void **state)
{
    static const char *const rows[] = {"序号|设备类别|设备名称|设备ID|是否公有云连接|是否日运行",
                                       "1|运行|泵|S1|Y|√",
                                       "2|运行|泵|S2|N|×",
                                       "3|运行设备|泵|S3|Y|×",
                                       "4|加工|泵|S4|是|Y",
                                       "5|运行 |泵|S5|ｙ|是",
                                       NULL};
    static const char *const told[] = {"B2\t2\t设备类别\twarning\tchoice_word_read\t运行\t运行设备\t",
                                       "E2\t2\t是否公有云连接\twarning\tchoice_word_read\tY\t是\t",
                                       "E3\t3\t是否公有云连接\twarning\tchoice_word_read\tN\t否\t",
                                       "F3\t3\t是否日运行\twarning\tchoice_word_read\t×\t否\t",
                                       "B5\t5\t设备类别\twarning\tchoice_word_read\t加工\t加工设备\t",
                                       "F5\t5\t是否日运行\twarning\tchoice_word_read\tY\t是\t"};
    (void)state;
    Output output = read_list(rows, "工业设备清单");
    assert_int_equal(kit_count(output.rows, "\\#list-end\t5\t5\t0\n"), 1);
    assert_int_equal(kit_count(output.findings, "choice_word_read"), sizeof told / sizeof *told);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (kit_count(output.findings, told[i]) != 1)
            fail_msg("not told: %s", told[i]);
    }
    assert_int_equal(kit_count(output.rows, "运行设备"), 4);
    assert_int_equal(kit_count(output.rows, "category\t运行"), 3);
}

static void
dashes_that_may_be_noughts_are_told_once_a_column(void **state)
{
    static const char *const rows[] = {"序号|企业名称|服务金额（万元）|数量（家）",
                                       "1|甲样公司|5|1",
                                       "2|乙样公司|-|1",
                                       "3|丙样公司| - |—",
                                       "4|丁样公司|0|-",
                                       "5|戊样公司|/|",
                                       NULL};
    (void)state;
    Output output = read_list(rows, "服务工业企业清单");
    assert_int_equal(kit_count(output.rows, "\\#list-end\t5\t5\t0\n"), 1);
    assert_int_equal(kit_count(output.findings, "zero_unclear"), 2);
    assert_int_equal(kit_count(output.findings, "C3\t3\t服务金额\twarning\tzero_unclear\t-\t"), 1);
    assert_int_equal(kit_count(output.findings, "D4\t4\t数量\twarning\tzero_unclear\t—\t"), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(two_columns_for_one_field_are_told),        TEST(a_remark_that_may_mean_other_figures_is_told),
        TEST(a_figure_that_is_read_as_no_field_is_told), TEST(what_counts_other_things_is_no_quantity),
        TEST(other_words_for_choices_are_told_once),     TEST(dashes_that_may_be_noughts_are_told_once_a_column),
    };

    return cmocka_run_group_tests_name("list columns", tests, NULL, NULL);
}
