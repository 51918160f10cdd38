#include "expect.h"

#include "out/pageflow.h"

/* A heading of 20 points after `before` rows of 10, then three rows of 10 of which `kept` stay with it. */
static PageFlow
with_heading(int before, int kept)
{
    PageFlow flow;
    uint32_t row = 0;
    pageflow_begin(&flow, 100);
    for (int i = 0; i < before; i++)
        pageflow_row(&flow, row++, 10, false);
    pageflow_row(&flow, row++, 20, false);
    for (int i = 0; i < 3; i++)
        pageflow_row(&flow, row++, 10, i < kept);
    pageflow_end(&flow);
    return flow;
}

static void
a_heading_does_not_end_a_page(void **state)
{
    static const struct {
        int before;
        int kept;
        uint32_t broken; /* 0: nowhere */
    } cases[] = {{2, 1, 0}, {6, 1, 0}, {7, 1, 7}, {8, 1, 8}, {7, 0, 0}, {5, 3, 5}, {5, 1, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        PageFlow flow = with_heading(cases[i].before, cases[i].kept);
        if (flow.breaks[0] != cases[i].broken || flow.break_count != (cases[i].broken > 0))
            fail_msg("after %d rows it breaks before row %u", cases[i].before, flow.breaks[0]);
    }
}

static void
pages_that_end_by_themselves_are_counted(void **state)
{
    PageFlow flow;
    (void)state;
    pageflow_begin(&flow, 100);
    for (uint32_t row = 0; row < 18; row++)
        pageflow_row(&flow, row, 10, false);
    pageflow_row(&flow, 18, 20, false);
    pageflow_row(&flow, 19, 10, true);
    pageflow_end(&flow);
    assert_int_equal(flow.break_count, 1);
    assert_int_equal(flow.breaks[0], 18);
}

static void
repeated_rows_take_room_from_the_second_page_on(void **state)
{
    PageFlow flow;
    (void)state;
    pageflow_begin(&flow, 100);
    pageflow_row(&flow, 0, 10, false);
    pageflow_repeat(&flow, 10);
    for (uint32_t row = 1; row <= 17; row++)
        pageflow_row(&flow, row, 10, false);
    pageflow_row(&flow, 18, 10, false);
    pageflow_row(&flow, 19, 10, true);
    pageflow_end(&flow);
    assert_int_equal(flow.break_count, 1);
    assert_int_equal(flow.breaks[0], 18);
}

static void
what_is_higher_than_a_page_is_left_to_be_parted(void **state)
{
    PageFlow flow;
    (void)state;
    pageflow_begin(&flow, 100);
    pageflow_row(&flow, 0, 10, false);
    for (uint32_t row = 1; row <= 12; row++)
        pageflow_row(&flow, row, 10, row > 1);
    pageflow_end(&flow);
    assert_int_equal(flow.break_count, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_heading_does_not_end_a_page),
        cmocka_unit_test(pages_that_end_by_themselves_are_counted),
        cmocka_unit_test(repeated_rows_take_room_from_the_second_page_on),
        cmocka_unit_test(what_is_higher_than_a_page_is_left_to_be_parted),
    };
    return cmocka_run_group_tests_name("pageflow", tests, NULL, NULL);
}
