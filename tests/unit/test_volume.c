#include "table_kit.h"

#include "list/volume.h"
#include "table/units.h"

static void
assert_volume(const char *written, uint64_t number, uint64_t of)
{
    Volume volume;
    if (!volume_read(text_of(written), kit_arena, &volume))
        fail_msg("no part: %s", written);
    assert_int_equal(volume.no, number);
    assert_int_equal(volume.of, of);
}

static void
parts_are_read_as_they_are_written(void **state)
{
    (void)state;
    assert_volume("工业设备清单（第2册 共3册）", 2, 3);
    assert_volume("第二册/共三册", 2, 3);
    assert_volume("设备清单第 1 部分，共12部分", 1, 12);
    assert_volume("设备清单（1/3）", 1, 3);
    assert_volume("设备清单(十一/十二)", 11, 12);
    assert_volume("设备清单第十卷共十卷", 10, 10);
    assert_volume("设备清单 第二部分", 2, 0);
    assert_volume("第3册共2册", 3, 2);
    assert_volume("设备清单-第01册共03册", 1, 3);
    assert_volume("设备清单（02/03）", 2, 3);
    assert_volume("设备清单 第010册/共012册", 10, 12);
    assert_volume("设备清单 第2/3册", 2, 3);
    assert_volume("设备清单 2／3册", 2, 3);
    assert_volume("设备清单（第2本/共3本）", 2, 3);
    assert_volume("设备清单（第2批/共3批）", 2, 3);
    assert_volume("设备清单（第2份，共3份）", 2, 3);
    assert_volume("设备清单（3册之2）", 2, 3);
    assert_volume("设备清单 第二册 全三册", 2, 3);
    assert_volume("设备清单（第0册/共3册）", 0, 3);
    assert_volume("设备清单（上册）", 1, 0);
    assert_volume("设备清单下册", 1, 0);
    assert_volume("设备清单（下）", 1, 0);
    assert_volume("设备清单 2/3", 1, 0);
    assert_volume("设备清单（2-3）", 1, 0);
}

static void
other_numbers_are_no_parts(void **state)
{
    static const char *const others[] = {"工业设备清单（1）",
                                         "2023年第一批清单",
                                         "第3页共5页",
                                         "附件1",
                                         "（2023/6）x",
                                         "共3册",
                                         "",
                                         "设备清单2023/6",
                                         "设备清单2023/2/3",
                                         "设备清单 6/5",
                                         "设备清单 3/15",
                                         "设备清单（6-15）",
                                         "设备清单（2023-2-3）",
                                         "填报日期：2/3",
                                         "设备清单（1）",
                                         "设备清单2",
                                         "2023年第二批设备清单",
                                         "第一本科学院设备清单",
                                         "以上册数",
                                         "设备清单（2-3月）",
                                         "设备清单（上报）",
                                         "企业规模（中）",
                                         "设备清单0615",
                                         "设备清单-20230602"};
    Volume volume;
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (volume_read(text_of(others[i]), kit_arena, &volume))
            fail_msg("a part: %s", others[i]);
    }
}

static void
a_file_of_several_is_known_by_the_end_of_its_name(void **state)
{
    static const char *const parts[] = {"工业设备清单（二）", "工业设备清单(一)",   "甲平台设备清单之二",
                                        "工业设备清单续",     "工业设备清单（续）", "企业人员花名册续表",
                                        "企业名单（十一）",   "工业设备清单续二",   "工业设备清单（续一）"};
    static const char *const others[] = {"工业设备清单",
                                         "工业设备清单（2）",
                                         "工业设备清单-2",
                                         "附件（二）",
                                         "（二）工业设备清单",
                                         "工业设备清单（二）改",
                                         "工业设备清单之",
                                         "手续",
                                         "工业设备清单（第二版）",
                                         "工业设备清单（二）月",
                                         ""};
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!volume_goes_on(text_of(parts[i]), kit_arena))
            fail_msg("no part: %s", parts[i]);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (volume_goes_on(text_of(others[i]), kit_arena))
            fail_msg("a part: %s", others[i]);
    }
}

static void
units_stand_behind_their_label(void **state)
{
    static const char *const rows[] = {"清单|推荐单位：厦门市工信局", "（单位：万元、台/套）|申报单位：甲样公司",
                                       "序号|名称", NULL};
    UnitNote units = units_above(kit_sheet(rows), 2, 2, kit_arena);
    (void)state;
    assert_int_equal(units.count, 2);
    assert_text(units.names[0], "万元");
    assert_text(units.names[1], "台/套");
    assert_true(units_is_label(TEXT("计量单位"), kit_arena));
    assert_false(units_is_label(TEXT("所属单位"), kit_arena));
}

static void
the_name_of_a_sheet_may_say_what_money_is_counted_in(void **state)
{
    static const char *const cases[][2] = {
        {"财务数据(元)", "元"}, {"财务数据（万元）", "万元"},
        {"收入-元", "元"},      {"收入_千元", "千元"},
        {"收入 亿元", "亿元"},  {"元", "元"},
        {"单位：元", "元"},     {"申报书", ""},
        {"公元2022", ""},       {"清单-台", ""},
        {"清单（台/套）", ""},  {"万元村", ""},
        {"Sheet1", ""},         {"", ""},
        {"元（2022）", "元"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        UnitNote note = unitnote_named(text_of(cases[i][0]), kit_arena);
        Text named = unitnote_for(&note, TEXT("万元"), kit_arena);
        if (!text_equal(named, text_of(cases[i][1])))
            fail_msg("%s: %.*s", cases[i][0], TEXT_ARG(named));
    }
}

/* What a line says of money and of machines, joined; NULL: nothing. */
static void
assert_units(const char *line, const char *money, const char *machines)
{
    UnitNote note = unitnote_read(text_of(line), kit_arena);
    Text of_money = unitnote_for(&note, TEXT("万元"), kit_arena);
    Text of_machines = unitnote_for(&note, TEXT("台/套"), kit_arena);
    if (!text_equal(of_money, text_of(money)) || !text_equal(of_machines, text_of(machines)))
        fail_msg("%s: %.*s and %.*s", line, TEXT_ARG(of_money), TEXT_ARG(of_machines));
}

static void
units_are_known_in_any_words_and_names_of_firms_are_none(void **state)
{
    static const struct {
        const char *line, *money, *machines;
    } cases[] = {
        {"单位：元", "元", NULL},
        {"单 位 ： 人民币万元", "万元", NULL},
        {"单位：元（人民币）", "元", NULL},
        {"单位：元（含税）", "元", NULL},
        {"单位：人民币（元）", "元", NULL},
        {"金额单位：人民币（百万）", "百万", "百万"},
        {"单位：仟元", "千元", NULL},
        {"（单位：人民币萬元）", "万元", NULL},
        {"币种：人民币  单位：元", "元", NULL},
        {"单位：元  币种：人民币", "元", NULL},
        {"币种：美元 单位：万元", "美元、万元", NULL},
        {"编制单位：某公司 单位：元", "元", NULL},
        {"服务工业企业清单（单位：元）", "元", NULL},
        {"注：金额单位均为元。", "元", NULL},
        {"金额（元）", "元", NULL},
        {"单位：台（套）、万元", "万元", "台(套)"},
        {"单位：千台", NULL, "千台"},
        {"单位：千万元", "千万元", NULL},
        {"单位：元/年", "元/年", NULL},
        {"单位：USD", "USD", NULL},
        {"单位：RMB", "RMB", NULL},
        {"单位：元、万元", "元、万元", NULL},
        {"单位 元", "元", NULL},
        {"（单位万元）", "万元", NULL},
        {"甲样公司 金额单位 人民币元", "元", NULL},
        {"本表金额以元为单位", "元", NULL},
        {"注：金额均按 万元 填报。", "万元", NULL},
        {"金额单位统一为元", "元", NULL},
        {"单位：10万元", "10万元", NULL},
        {"单位：×1000元", "×1000元", NULL},
        {"单位：W", "W", "W"},
        {"填报单位元翔样例公司", NULL, NULL},
        {"编制单位千元", NULL, NULL},
        {"以百亿元产值为目标，单位：台", NULL, "台"},
        {"币种：人民币", NULL, NULL},
        {"填报单位：元翔样例公司", NULL, NULL},
        {"填报单位：三元", NULL, NULL},
        {"单位名称：样例公司", NULL, NULL},
        {"投资金额（亿元）", NULL, NULL},
        {"投资金额：____元", NULL, NULL},
        {"单位：____元", NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_units(cases[i].line, cases[i].money, cases[i].machines);
}

static void
units_of_the_nearer_line_count_and_those_of_other_cells_do_not(void **state)
{
    static const char *const rows[] = {"单位：万元、台", "投资金额||万元", "金额单位：元",
                                       "亿元|千元",      "序号|名称",      NULL};
    UnitNote units = units_above(kit_sheet(rows), 4, 4, kit_arena);
    (void)state;
    assert_text(unitnote_for(&units, TEXT("万元"), kit_arena), "元");
    assert_text(unitnote_for(&units, TEXT("台/套"), kit_arena), "台");
}

static void
units_stand_in_a_cell_of_their_own_or_at_the_end_of_a_title(void **state)
{
    static const char *const cells[] = {"单位：||元", "单位|台", "序号|名称", NULL};
    static const char *const titled[] = {"工业设备清单（元）", "序号|名称", NULL};
    static const char *const others[] = {"甲样公司|元", "投资情况（万元）|乙", "序号|名称", NULL};
    UnitNote units = units_above(kit_sheet(cells), 2, 2, kit_arena);
    (void)state;
    assert_text(unitnote_for(&units, TEXT("万元"), kit_arena), "元");
    assert_text(unitnote_for(&units, TEXT("台/套"), kit_arena), "台");
    units = units_above(kit_sheet(titled), 1, 1, kit_arena);
    assert_text(unitnote_for(&units, TEXT("万元"), kit_arena), "元");
    units = units_above(kit_sheet(others), 2, 2, kit_arena);
    assert_int_equal(units.count, 0);
}

/* "no/of" of what is said behind the label; "-": not understood. */
static const char *
said(const char *written)
{
    Text behind;
    Volume part;
    if (!volume_labelled(text_of(written), kit_arena, &behind))
        return "no label";
    if (!volume_read_said(behind, kit_arena, &part))
        return "-";
    return arena_string(kit_arena, arena_printf(kit_arena, "%d/%d", (int)part.no, (int)part.of));
}

static void
behind_its_label_a_part_may_be_said_shorter(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"册次：第2册/共3册", "2/3"},  {"册次：1/2", "1/2"},        {"册 次: 2 ／ 3", "2/3"},
        {"册次：第2/3册", "2/3"},      {"册次：二/三", "2/3"},      {"册次：2册/3册", "2/3"},
        {"册次：共1册", "1/1"},        {"册次：全一册", "1/1"},     {"册次（2/3）", "2/3"},
        {"册次：上册", "-"},           {"册次：上册/下册", "-"},    {"册次：1", "-"},
        {"册次：共2册", "-"},          {"册次：2/3/4", "-"},        {"册次：2024-01-02", "-"},
        {"册次：1/2版", "-"},          {"册次：第1册", "1/0"},      {"册次：1/2 1/2", "-"},
        {"平台名称：1/2", "no label"}, {"第2册/共3册", "no label"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        assert_string_equal(said(pairs[i][0]), pairs[i][1]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(behind_its_label_a_part_may_be_said_shorter, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(parts_are_read_as_they_are_written, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(other_numbers_are_no_parts, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(a_file_of_several_is_known_by_the_end_of_its_name, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(units_stand_behind_their_label, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(the_name_of_a_sheet_may_say_what_money_is_counted_in, kit_set_up,
                                        kit_tear_down),
        cmocka_unit_test_setup_teardown(units_are_known_in_any_words_and_names_of_firms_are_none, kit_set_up,
                                        kit_tear_down),
        cmocka_unit_test_setup_teardown(units_of_the_nearer_line_count_and_those_of_other_cells_do_not, kit_set_up,
                                        kit_tear_down),
        cmocka_unit_test_setup_teardown(units_stand_in_a_cell_of_their_own_or_at_the_end_of_a_title, kit_set_up,
                                        kit_tear_down),
    };

    return cmocka_run_group_tests_name("volume", tests, NULL, NULL);
}
