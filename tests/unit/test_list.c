#include "list_kit.h"

#include <fcntl.h>

enum { ROUNDS = 40, ROWS = 150 };

static const char *const numbers[] = {"1",
                                      "12",
                                      "007",
                                      "0",
                                      "１２",
                                      "1２",
                                      "1.0",
                                      "1,200",
                                      "3万",
                                      "3万台",
                                      "-1",
                                      "+5",
                                      "1e5",
                                      "约30",
                                      "无",
                                      "/",
                                      "",
                                      " 7 ",
                                      "7 ",
                                      "999999999999",
                                      "9999999999999",
                                      "99999999999999999999",
                                      "0.5",
                                      "12.50",
                                      "12.5",
                                      "2021-03-05",
                                      "5台/套",
                                      "同上",
                                      "5人",
                                      "#REF!",
                                      "1 000",
                                      "十二",
                                      "0012",
                                      "3.",
                                      ".5",
                                      "１.５",
                                      "100000",
                                      "待定",
                                      NULL};
static const char *const dates[] = {"2021-03-05",
                                    "2021-3-5",
                                    "2021/3/5",
                                    "2021.3.5",
                                    "2021年3月5日",
                                    "2021年3月",
                                    "2021-03",
                                    "2021/3",
                                    "2021.3",
                                    "2021",
                                    "2021年",
                                    "2021-02-29",
                                    "2020-02-29",
                                    "2021-13-01",
                                    "2021/3-5",
                                    "20210305",
                                    "２０２１－３－５",
                                    "2021-03-05 12:00",
                                    " 2021-03-05",
                                    "0000-01-01",
                                    "2021-00-10",
                                    "2021-3-",
                                    "2021年03月05日",
                                    "2021年3月5",
                                    "二〇二一年三月",
                                    "同上",
                                    "无",
                                    "",
                                    "/",
                                    "1",
                                    "2021-03-5x",
                                    "9999-12-31",
                                    "2021.10.1",
                                    "2021.1",
                                    "2021年3月份",
                                    "202103",
                                    "202113",
                                    "201003",
                                    "２０２１０３",
                                    "2021年度",
                                    "44682",
                                    "Oct-22",
                                    NULL};
static const char *const choices[] = {"运行设备", "加工设备", "行走设备", "其他设备", "其它设备", "运行设备 ",
                                      "运行",     "是",       "否",       "TRUE",     "FALSE",    "√",
                                      "✓",        "无",       "/",        "",         "同上",     "是的",
                                      "☑是□否",   " 是",      "Y",        "不详",     NULL};
static const char *const texts[] = {"数控机床",
                                    "五轴加工中心A1型",
                                    "AGV小车",
                                    "合计",
                                    "小计",
                                    "注：见下",
                                    "例",
                                    "示例机床",
                                    "（例）",
                                    "填表人：张三",
                                    "=1+1",
                                    "-5",
                                    "同上",
                                    "无",
                                    "无锡机床",
                                    "N/A",
                                    "null",
                                    "XX设备",
                                    "某某",
                                    "车 床",
                                    "车  床",
                                    "车床\n二",
                                    "\u200B车床",
                                    "　车床",
                                    "㐂机床",
                                    "é",
                                    "设备名称",
                                    "第1页共2页",
                                    "以下空白",
                                    "备注",
                                    "说明",
                                    "共1号线",
                                    "1",
                                    "3号机",
                                    "Ａ机",
                                    "（二）号机",
                                    "\"引号\"",
                                    "",
                                    "陆地登陆车",
                                    "其它",
                                    "必填",
                                    "😀机",
                                    "车床。",
                                    "审核：",
                                    "2023年6月1日",
                                    "平台名称：海丝",
                                    "待定",
                                    "NaN",
                                    "x光机",
                                    NULL};

static unsigned random_state;

static unsigned
draw(unsigned below)
{
    random_state = random_state * 1103515245U + 12345U;
    return (random_state >> 16) % below;
}

static const char *
pick(const char *const *palette)
{
    unsigned count = 0;
    while (palette[count] != NULL)
        count++;
    return palette[draw(count)];
}

/* Mostly ordinary cells, else one of the palette. */
static const char *
cell_or(const char *ordinary, const char *const *palette)
{
    return draw(4) > 0 ? ordinary : pick(palette);
}

static void
add_cells(Sheet *sheet, uint64_t row_no, const char *const *cells, size_t count)
{
    static const char *const marks[] = {
        "", "", "", "", "", "H:number", "H:date,number", "D:error", "*:hidden", "G:date G:time", "H:long_number"};
    Text split[12];
    Row row = {.place = {sheet->name, row_no, -1}, .cells = split, .cell_count = count};
    row.marks = text_of(marks[draw(sizeof marks / sizeof *marks)]);
    for (size_t i = 0; i < count; i++)
        split[i] = cells[i][0] == '\0' && draw(2) == 0 ? TEXT_NONE : text_of(cells[i]);
    sheet_add_row(sheet, &row);
}

static void
add_random_row(Sheet *sheet, uint64_t row_no)
{
    char sequence[32];
    char id[32];
    snprintf(sequence, sizeof sequence, "%u", (unsigned)row_no);
    snprintf(id, sizeof id, "FJ-%u", draw(ROWS * 4));
    const char *cells[] = {cell_or(sequence, numbers),   cell_or("加工设备", choices), cell_or("机床", texts),
                           cell_or("数控车床", texts),   cell_or(id, texts),           cell_or("是", choices),
                           cell_or("2021-03-05", dates), cell_or("3", numbers),        cell_or("一车间", texts),
                           draw(30) == 0 ? "多出" : ""};
    add_cells(sheet, row_no, cells, 9 + draw(2));
}

static Sheet *
random_sheet(bool numbered)
{
    Sheet *sheet = sheet_new(TEXT("清单"), false, kit_arena);
    kit_row(sheet, 1, "平台名称：海丝云|单位：台");
    kit_row(sheet, 2,
            numbered ? "序号|设备类别|设备类型|设备名称|设备ID|是否公有云连接|接入时间|数量|备注"
                     : "班组|设备类别|设备类型|设备名称|设备ID|是否公有云连接|接入时间|数量|备注");
    for (uint64_t row_no = 3; row_no < ROWS; row_no++)
        add_random_row(sheet, row_no + (draw(40) == 0));
    return sheet;
}

static void
assert_same_bytes(const char *what, unsigned round, Text left, Text right)
{
    size_t at = 0;
    while (at < left.len && at < right.len && left.ptr[at] == right.ptr[at])
        at++;
    if (at == left.len && at == right.len)
        return;
    size_t from = at > 300 ? at - 300 : 0;
    fail_msg("round %u: %s differ at byte %zu:\n%" TEXT_FMT "\n---\n%" TEXT_FMT, round, what, at,
             TEXT_ARG(text_sub(left, from, 500)), TEXT_ARG(text_sub(right, from, 500)));
}

/* Whatever stands in the cells, the short way gives what schema/convert and table/bodyrow give. */
static void
the_short_way_equals_the_long_one(void **state)
{
    const UploadSet *set = kit_schemas();
    (void)state;
    for (unsigned round = 0; round < ROUNDS; round++) {
        random_state = round * 7919U + 1;
        Sheet *sheet = random_sheet(round % 3 > 0);
        Header header = kit_header(sheet, set);
        ListSetting setting = kit_setting();
        bool whole = round % 2 == 0;
        Output quick = kit_list(sheet, &header, setting, whole);
        setting.long_way = true;
        Output thorough = kit_list(sheet, &header, setting, whole);
        assert_same_bytes("rows", round, quick.rows, thorough.rows);
        assert_same_bytes("findings", round, quick.findings, thorough.findings);
    }
}

/* Rows 3, 4 … with the same 设备ID two by two. */
static Sheet *
paired_sheet(size_t rows)
{
    Sheet *sheet = sheet_new(TEXT("清单"), false, kit_arena);
    kit_row(sheet, 1, "序号|设备名称|设备ID");
    for (size_t i = 0; i < rows; i++)
        kit_row(sheet, i + 2, arena_printf(kit_arena, "%zu|数控车床|FJ-%zu", i + 1, i / 2).ptr);
    return sheet;
}

static void
what_does_not_fit_in_memory_is_taken_back_at_the_end(void **state)
{
    const UploadSet *set = kit_schemas();
    Sheet *sheet = paired_sheet(20000 - 1);
    Header header = kit_header(sheet, set);
    ListSetting setting = kit_setting();
    (void)state;
    setting.most_alike = 20000;
    Output held = kit_list(sheet, &header, setting, true);
    setting.memory = 64 * 1024;
    Output spilled = kit_list(sheet, &header, setting, true);
    assert_int_equal(kit_count(held.rows, "\\#takeback"), 0);
    assert_int_equal(kit_count(held.rows, "\\#reject\t"), 9999);
    assert_true(kit_count(spilled.rows, "\\#takeback") > 1000);
    assert_int_equal(kit_count(spilled.rows, "\\#reject\t"), 9999);
    assert_int_equal(kit_count(spilled.rows, "\\#list-end\t19999\t10000\t9999\n"), 1);
    assert_int_equal(kit_count(spilled.rows, "\\#reject\t20001\tlist_key_repeated\t20000\t数控车床\tFJ-9999\n"), 0);
    assert_int_equal(kit_count(spilled.rows, "\\#reject\t19999\tlist_key_repeated\t19998\t数控车床\tFJ-9998\n"), 1);
    assert_int_equal(kit_count(spilled.findings, "list_key_repeated\tFJ-9998\t\\N\t第19998行\tfj-9998\n"), 1);
    assert_int_equal(kit_count(spilled.findings, "\tlist_key_repeated\t"), 9999);
}

static void
findings_of_one_kind_are_told_so_many_times(void **state)
{
    const UploadSet *set = kit_schemas();
    Sheet *sheet = paired_sheet(100);
    Header header = kit_header(sheet, set);
    ListSetting setting = kit_setting();
    (void)state;
    setting.most_alike = 10;
    Output output = kit_list(sheet, &header, setting, true);
    assert_int_equal(kit_count(output.findings, "\tlist_key_repeated\t"), 10);
    assert_int_equal(
        kit_count(output.findings, "清单\tC23\t23\t设备ID\terror\tmore_like_this\tFJ-10\t40\t第22行\t\\N\n"), 1);
    assert_int_equal(kit_count(output.rows, "\\#reject\t"), 50);
}

static void
beyond_the_cycles_limit_the_file_is_refused(void **state)
{
    const UploadSet *set = kit_schemas();
    Sheet *sheet = paired_sheet(40);
    kit_row(sheet, 42, "41|数控车床|FJ-90");
    Header header = kit_header(sheet, set);
    ListSetting setting = kit_setting();
    (void)state;
    setting.most_bad = 48;
    assert_string_equal(kit_list(sheet, &header, setting, true).refused, "reject_limit_exceeded");
    setting.most_bad = 49;
    assert_null(kit_list(sheet, &header, setting, true).refused);
}

/* A sheet that is not held gives the same list, but for what merged cells would add. */
static void
rows_one_by_one_give_the_same_list(void **state)
{
    const UploadSet *set = kit_schemas();
    (void)state;
    random_state = 4711;
    Sheet *sheet = random_sheet(true);
    Header header = kit_header(sheet, set);
    Output held = kit_list(sheet, &header, kit_setting(), true);
    Output streamed = kit_list(sheet, &header, kit_setting(), false);
    assert_same_bytes("rows", 0, held.rows, streamed.rows);
    assert_same_bytes("findings", 0, held.findings, streamed.findings);
}

static void
a_long_list_with_merged_rows_is_refused(void **state)
{
    const UploadSet *set = kit_schemas();
    Sheet *sheet = paired_sheet(4);
    Header header = kit_header(sheet, set);
    ListSetting setting = kit_setting();
    const CellRange ranges[] = {{1, 1, 0, 2}, {3, 3, 0, 2}, {9, 10, 0, 2}, {3, 4, 0, 0}};
    const char *const refusals[] = {NULL, NULL, NULL, "list_merged"};
    Err err = {0};
    (void)state;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        const char *refused;
        int fd = open("/dev/null", O_WRONLY);
        setting.rows = typedrow_writer_new(fd);
        setting.findings = finding_open(NULL, &err);
        List *list = list_open(&setting, sheet, &header, false, &err);
        assert_true(list_take_held(list, sheet, &err) && list_take_merge(list, &ranges[i], &err));
        assert_true(list_end(list, &refused, &err));
        if (refusals[i] == NULL)
            assert_null(refused);
        else
            assert_string_equal(refused, refusals[i]);
        list_free(list);
        finding_abandon(setting.findings);
        typedrow_writer_free(setting.rows);
        close(fd);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_short_way_equals_the_long_one),           TEST(what_does_not_fit_in_memory_is_taken_back_at_the_end),
        TEST(findings_of_one_kind_are_told_so_many_times), TEST(beyond_the_cycles_limit_the_file_is_refused),
        TEST(rows_one_by_one_give_the_same_list),          TEST(a_long_list_with_merged_rows_is_refused),
    };

    return cmocka_run_group_tests_name("list", tests, NULL, NULL);
}
