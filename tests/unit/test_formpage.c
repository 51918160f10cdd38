#include "expect.h"

#include "out/formpage.h"

enum { COLUMNS = 8, UPRIGHT = 590, ACROSS = 850 };

static const WorkbookColumn columns[COLUMNS] = {
    {TEXT("序号"), 6, WORKBOOK_COUNT},   {TEXT("平台"), 29, WORKBOOK_WORDS}, {TEXT("企业"), 37, WORKBOOK_WORDS},
    {TEXT("联系人"), 11, WORKBOOK_CODE}, {TEXT("手机"), 24, WORKBOOK_CODE},  {TEXT("信用代码"), 22, WORKBOOK_CODE},
    {TEXT("收入"), 12, WORKBOOK_FIGURE}, {TEXT("行业"), 12, WORKBOOK_WORDS},
};

static int
sum_of(const int *pixels, size_t count)
{
    int sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += pixels[i];
    return sum;
}

static void
columns_that_need_nothing_share_the_upright_page(void **state)
{
    static const int unbroken[COLUMNS] = {1, 8, 8, 4, 11};
    int pixels[COLUMNS];
    (void)state;
    FormPage form = formpage_choose(columns, 5, unbroken, pixels);
    assert_false(form.page.landscape);
    assert_int_equal(form.points, 14);
    assert_int_equal(pixels[0], UPRIGHT * 6 / 107);
    assert_int_equal(pixels[2], UPRIGHT * 37 / 107);
}

static void
what_would_break_takes_room_from_the_others(void **state)
{
    static const int unbroken[COLUMNS] = {4, 12, 12, 6, 12};
    int pixels[COLUMNS];
    (void)state;
    FormPage form = formpage_choose(columns, 5, unbroken, pixels);
    assert_false(form.page.landscape);
    assert_int_equal(form.points, 14);
    assert_in_range(sum_of(pixels, 5), UPRIGHT - 10, UPRIGHT);
    for (size_t i = 0; i < 5; i++)
        if (pixels[i] < unbroken[i] * 14 * 96 / 72 / 2)
            fail_msg("column %zu has %d pixels", i, pixels[i]);
}

static void
many_columns_lie_across_and_then_get_smaller(void **state)
{
    static const int across[COLUMNS] = {4, 12, 12, 6, 11, 18};
    static const int smaller[COLUMNS] = {4, 12, 12, 6, 11, 18, 10, 8};
    int pixels[COLUMNS];
    (void)state;
    FormPage form = formpage_choose(columns, 6, across, pixels);
    assert_true(form.page.landscape);
    assert_int_equal(form.points, 14);
    assert_in_range(sum_of(pixels, 6), ACROSS - 10, ACROSS);
    form = formpage_choose(columns, COLUMNS, smaller, pixels);
    assert_true(form.page.landscape);
    assert_true(form.points < 14);
    assert_in_range(sum_of(pixels, COLUMNS), ACROSS - 10, ACROSS);
}

static void
what_fits_nowhere_is_wider_than_its_page(void **state)
{
    static const int unbroken[COLUMNS] = {24, 24, 24, 24, 24, 24, 24, 24};
    int pixels[COLUMNS];
    (void)state;
    FormPage form = formpage_choose(columns, COLUMNS, unbroken, pixels);
    assert_true(form.page.width_pixels > ACROSS);
    assert_int_equal(form.page.width_pixels, sum_of(pixels, COLUMNS));
    assert_int_equal(form.points, 10);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_that_need_nothing_share_the_upright_page),
        cmocka_unit_test(what_would_break_takes_room_from_the_others),
        cmocka_unit_test(many_columns_lie_across_and_then_get_smaller),
        cmocka_unit_test(what_fits_nowhere_is_wider_than_its_page),
    };
    return cmocka_run_group_tests_name("formpage", tests, NULL, NULL);
}
