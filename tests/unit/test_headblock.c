#include "table_kit.h"

#include "table/headblock.h"

static HeadBlock
read_rows(const char *const *rows)
{
    UploadKind *kind = arena_alloc(kit_arena, sizeof *kind);
    *kind = kit_summary();
    Sheet *sheet = kit_sheet(rows);
    HeadBlock block = headblock_new(kind, kit_arena);
    headblock_read(&block, sheet, 0, sheet->row_count, kit_arena);
    return block;
}

typedef struct Case {
    const char *row;
    const char *unit, *contact, *phone; /* NULL: no value */
} Case;

static void
assert_value(const char *row, const HeadValue *value, const char *want)
{
    Text wanted = want == NULL ? TEXT_NONE : text_of(want);
    if (!text_equal(value->value, wanted))
        fail_msg("\"%s\": got \"%" TEXT_FMT "\", expected \"%" TEXT_FMT "\"", row, TEXT_ARG(value->value),
                 TEXT_ARG(wanted));
}

static void
headblock_is_read_however_it_was_written(void **state)
{
    static const Case cases[] = {
        {"推荐单位（盖章）：三明市工信局", "三明市工信局", NULL, NULL},
        {"推 荐 单 位 :三明市工信局", "三明市工信局", NULL, NULL},
        {"推荐单位盖章：三明市工信局", "三明市工信局", NULL, NULL},
        {"推荐单位 三明市工信局（公章）", "三明市工信局", NULL, NULL},
        {"推荐单位：三明市工信局  联系人：张样；联系方式:0598-8200001", "三明市工信局", "张样", "0598-8200001"},
        {"推荐单位|三明市工信局|联系人||张样|联系电话|0598-8200001", "三明市工信局", "张样", "0598-8200001"},
        {"推荐单位：|联系人：|张样", NULL, "张样", NULL},
        {"推荐单位（盖章）：________", NULL, NULL, NULL},
        {"推荐单位（盖章）：三明市工信局   2023年6月1日", "三明市工信局", NULL, NULL},
        {"推荐单位（盖章）：      年  月  日", NULL, NULL, NULL},
        {"联系人：张样  填表日期：2023年6月1日", NULL, "张样", NULL},
        {"联系人电话：0598-8200001", NULL, NULL, "0598-8200001"},
        {"联系人张样，电话见下", NULL, NULL, NULL},
        {"推荐单位：甲局/联系人：张样/邮编：365000", "甲局", "张样", NULL},
        {"联系方式：0598-8200001，邮编：365000", NULL, NULL, "0598-8200001"},
        {"联系方式：0598-8200001/8200002", NULL, NULL, "0598-8200001/8200002"},
        {"联系方式：0598-8200001  2023年6月1日", NULL, NULL, "0598-8200001"},
        {"推荐单位∶甲局|联系人|：张样", "甲局", "张样", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *const rows[] = {cases[i].row, NULL};
        HeadBlock block = read_rows(rows);
        assert_int_equal(block.count, 3);
        assert_value(cases[i].row, &block.values[0], cases[i].unit);
        assert_value(cases[i].row, &block.values[1], cases[i].contact);
        assert_value(cases[i].row, &block.values[2], cases[i].phone);
    }
}

static void
headblock_value_keeps_the_place_where_it_stands(void **state)
{
    const char *const rows[] = {"题目", "推荐单位|三明市工信局", "联系人：", NULL};
    (void)state;
    HeadBlock block = read_rows(rows);
    assert_int_equal(block.values[0].place.row_no, 2);
    assert_int_equal(block.values[0].place.column, 1);
    assert_int_equal(block.values[1].place.row_no, 3);
    assert_int_equal(block.values[1].place.column, 0);
    assert_int_equal(block.values[2].place.row_no, 0);
}

static void
headblock_first_value_wins_over_later_ones_and_over_blanks(void **state)
{
    const char *const rows[] = {"推荐单位：", "推荐单位：甲局", "推荐单位：乙局", NULL};
    (void)state;
    HeadBlock block = read_rows(rows);
    assert_value(rows[1], &block.values[0], "甲局");
    assert_int_equal(block.values[0].place.row_no, 2);
}

static void
headblock_begins_with_a_label_and_colon_or_a_label_alone(void **state)
{
    const char *const none[] = {NULL};
    (void)state;
    HeadBlock block = read_rows(none);
    assert_true(headblock_begins(&block, TEXT(" 推荐单位（盖章）：甲局"), kit_arena));
    assert_true(headblock_begins(&block, TEXT("联系人"), kit_arena));
    assert_true(headblock_begins(&block, TEXT("推荐单位 甲局 联系人 张样"), kit_arena));
    assert_false(headblock_begins(&block, TEXT("联系人张样"), kit_arena));
    assert_false(headblock_begins(&block, TEXT("说明：推荐单位：甲局"), kit_arena));
}

static void
headblock_takes_no_value_from_a_note(void **state)
{
    const char *const rows[] = {"填表说明：推荐单位：请填写全称",
                                "1.联系人：填经办人",
                                "（2）联系方式：填座机",
                                "推荐单位：甲局",
                                "联系人：张样",
                                NULL};
    (void)state;
    HeadBlock block = read_rows(rows);
    assert_value(rows[0], &block.values[0], "甲局");
    assert_value(rows[1], &block.values[1], "张样");
    assert_value(rows[2], &block.values[2], NULL);
}

static void
headblock_values_stand_below_a_row_of_labels(void **state)
{
    const char *const rows[] = {"推荐单位（盖章）|联系人||联系方式", "甲局|张样||0598-8200001", NULL};
    const char *const blank[] = {"推荐单位：|联系人：|联系方式：", "填报日期|6月1日|乙", NULL};
    (void)state;
    HeadBlock block = read_rows(rows);
    assert_value(rows[1], &block.values[0], "甲局");
    assert_value(rows[1], &block.values[1], "张样");
    assert_value(rows[1], &block.values[2], "0598-8200001");
    assert_int_equal(block.values[2].place.row_no, 2);
    assert_int_equal(block.values[2].place.column, 3);
    assert_true(headblock_stands_in(&block, 2));
    assert_false(headblock_stands_in(&block, 1));
    assert_value(blank[1], &read_rows(blank).values[0], NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(headblock_is_read_however_it_was_written, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(headblock_value_keeps_the_place_where_it_stands, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(headblock_first_value_wins_over_later_ones_and_over_blanks, kit_set_up,
                                        kit_tear_down),
        cmocka_unit_test_setup_teardown(headblock_begins_with_a_label_and_colon_or_a_label_alone, kit_set_up,
                                        kit_tear_down),
        cmocka_unit_test_setup_teardown(headblock_takes_no_value_from_a_note, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(headblock_values_stand_below_a_row_of_labels, kit_set_up, kit_tear_down),
    };
    return cmocka_run_group_tests_name("headblock", tests, NULL, NULL);
}
