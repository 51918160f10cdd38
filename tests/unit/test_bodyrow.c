#include "table_kit.h"

#include "table/bodyrow.h"

static const char *const ROLES[] = {"data",         "nothing", "sample",      "header",
                                    "continuation", "remark",  "other table", "end"};

typedef struct Case {
    const char *row;
    BodyRole role;
} Case;

/* The role of `row` below the usual header, with `merges` (parted by blanks) over the sheet; the row is number 3. */
static BodyRole
role_of(const char *row, const char *merges)
{
    const char *const rows[] = {"序号|平台名称|依托企业|联系人|手机|备注", "1|甲平台|甲公司|张样|139", row, NULL};
    UploadKind *kind = arena_alloc(kit_arena, sizeof *kind);
    *kind = kit_summary();
    UploadSet set = {
        .name = TEXT("test"), .form_year = 2023, .kinds = kind, .kind_count = 1, .reject_limit_percent = 5};
    Sheet *sheet = kit_sheet(rows);
    Header header;
    for (const char *from = merges; *from != '\0'; from += strcspn(from, " ") + (from[strcspn(from, " ")] == ' '))
        assert_true(sheet_add_merge(sheet, (Text){from, strcspn(from, " ")}));
    assert_int_equal(header_find(sheet, &set, TEXT("x"), kit_arena, &header), HEADER_FOUND);
    HeadBlock block = headblock_new(kind, kit_arena);
    return bodyrow_role(sheet, &header, &block, sheet->row_count - 1, kit_arena);
}

static void
assert_role(const char *row, const char *merges, BodyRole want)
{
    BodyRole got = role_of(row, merges);
    if (got != want)
        fail_msg("\"%s\": got %s, expected %s", row, ROLES[got], ROLES[want]);
}

static void
bodyrow_is_told_by_what_stands_in_it(void **state)
{
    static const Case cases[] = {
        {"2|乙平台|乙公司|李样|138", BODY_DATA},
        {"|乙平台|||", BODY_DATA},
        {"2|||李样|138", BODY_DATA},
        {"2|说明书云平台|注塑有限公司|李样|138", BODY_DATA},
        {"2||||", BODY_NOTHING},
        {"2|无|无|无|无", BODY_NOTHING},
        {"2|/|/||", BODY_NOTHING},
        {"本市无推荐项目||||", BODY_NOTHING},
        {"例|乙平台|乙公司|李样|138", BODY_SAMPLE},
        {"1|示例：乙平台|乙公司|李样|138", BODY_SAMPLE},
        {"1|乙平台（示例）|乙公司|李样|138", BODY_SAMPLE},
        {"1|样例科技平台|样例公司|李样|138", BODY_DATA},
        {"1|乙平台|乙公司|李样|138|示例", BODY_SAMPLE},
        {"1|乙平台|乙公司|李样|138|示例工程", BODY_DATA},
        {"1|XX平台|××公司|李样|138", BODY_SAMPLE},
        {"1|XX平台|乙公司|李样|138", BODY_DATA},
        {"一||||", BODY_NOTHING},
        {"3、||||", BODY_NOTHING},
        {"推荐单位|甲局|联系人|张样|", BODY_END},
        {"1|联系方式|乙公司|张样|138", BODY_DATA},
        {"序 号|平台名称|依托企业|联系人|手机", BODY_HEADER},
        {"一、省级平台||||", BODY_REMARK},
        {"|||三明市工业和信息化局|", BODY_REMARK},
        {"说明：一式三份||||", BODY_END},
        {"注1：一式三份||||", BODY_END},
        {"备注|同上|||", BODY_END},
        {"合计|1个|||", BODY_END},
        {"序号|平台名称（全称）|依托企业|联系人|手机|", BODY_HEADER},
        {"|详见附件||||", BODY_REMARK},
        {"|共2个平台|||", BODY_END},
        {"填表人：赵样||审核人：钱样||", BODY_END},
        {"||三明市工业和信息化局（盖章）||", BODY_END},
        {"||| 2023 年 6 月 1 日|", BODY_END},
        {"|||年  月  日|", BODY_END},
        {"推荐单位（盖章）：三明市工信局||||", BODY_END},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_role(cases[i].row, "", cases[i].role);
}

static void
bodyrow_of_merged_cells(void **state)
{
    (void)state;
    assert_role("|||李样|138", "B2:B3 C2:C3", BODY_CONTINUATION);
    assert_role("2|乙平台||李样|138", "C2:C3", BODY_DATA);
    assert_role("二、市级平台||||", "A3:E3", BODY_REMARK);
    assert_role("|以上平台均已审核|||", "B3:C3", BODY_REMARK);
    assert_role("2|乙平台|||", "B3:D3", BODY_REMARK);
    assert_role("2|乙平台||李样|138", "B3:C3", BODY_DATA);
    assert_role("2|乙平台|乙公司|李样|138", "A3:E3", BODY_DATA);
    assert_role("2|乙平台|乙公司|李样|138", "A2:E3", BODY_DATA);
}

static void
bodyrow_inherits_only_from_above_in_its_own_column(void **state)
{
    const char *const rows[] = {"1|甲平台|甲公司", "2||", NULL};
    (void)state;
    Sheet *sheet = kit_sheet(rows);
    assert_true(sheet_add_merge(sheet, TEXT("B1:C2")));
    assert_text(bodyrow_inherited(sheet, 1, 1), "甲平台");
    assert_null(bodyrow_inherited(sheet, 1, 2).ptr);
    assert_null(bodyrow_inherited(sheet, 0, 1).ptr);
}

static void
bodyrow_of_the_paper_is_neither_entry_nor_remark(void **state)
{
    static const Case cases[] = {
        {"|本单位无推荐项目|||", BODY_NOTHING},
        {"1|本单位无推荐项目|||", BODY_NOTHING},
        {"|||第1页 共2页|", BODY_NOTHING},
        {"|——以下无正文——|||", BODY_NOTHING},
        {"1|暂无|暂无|暂无|暂无", BODY_NOTHING},
        {"||二〇二三年六月八日||", BODY_END},
        {"||2023.6.8||", BODY_END},
        {"分管领导：||处室负责人：||经办人：", BODY_END},
        {"审核：赵样|||制表：钱样|", BODY_END},
        {"推荐意见：同意推荐||||", BODY_END},
        {"共计推荐2个平台||||", BODY_END},
        {"3|全市合计|2个||", BODY_END},
        {"|平台小计|2||", BODY_END},
        {"3|合计量仪平台|合计量仪有限公司|李样|138", BODY_DATA},
        {"3|产量累计|乙公司|李样|138", BODY_DATA},
        {"|共享云平台|||", BODY_DATA},
        {"2|重点推荐：共享云平台|乙公司|李样|138", BODY_DATA},
        {"审批：2|工业机器人：云平台|乙公司|李样|138", BODY_DATA},
        {"填表人：赵样|审核人：钱样|复核人：孙样||", BODY_END},
        {"1|2|3|4|5", BODY_HEADER},
        {"（1）|（2）|（3）|（4）|（5）", BODY_HEADER},
        {"1|2|乙公司|4|5", BODY_DATA},
        {"|（必填，全称）|（必填，全称）|必填|（11位）", BODY_REMARK},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_role(cases[i].row, "", cases[i].role);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(bodyrow_is_told_by_what_stands_in_it, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(bodyrow_of_merged_cells, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(bodyrow_inherits_only_from_above_in_its_own_column, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(bodyrow_of_the_paper_is_neither_entry_nor_remark, kit_set_up, kit_tear_down),
    };
    return cmocka_run_group_tests_name("bodyrow", tests, NULL, NULL);
}
