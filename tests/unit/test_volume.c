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
}

static void
other_numbers_are_no_parts(void **state)
{
    static const char *const others[] = {
        "工业设备清单（1）", "2023年第一批清单", "第3页共5页", "附件1", "（2023/6）x", "共3册", ""};
    Volume volume;
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (volume_read(text_of(others[i]), kit_arena, &volume))
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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(parts_are_read_as_they_are_written, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(other_numbers_are_no_parts, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(units_stand_behind_their_label, kit_set_up, kit_tear_down),
    };

    return cmocka_run_group_tests_name("volume", tests, NULL, NULL);
}
