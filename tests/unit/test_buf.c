#include "expect.h"

#include "base/buf.h"

static void
buf_takes_everything_up_to_its_ceiling_and_no_more(void **state)
{
    Buf buf = buf_new(8);

    (void)state;
    assert_true(buf_append(&buf, "12345678", 8));
    assert_false(buf_char(&buf, '9'));
    assert_false(buf_printf(&buf, "%d", 9));
    assert_true(buf_text(&buf, TEXT("")));
    expect_text(buf_view(&buf), "12345678");
    buf_free(&buf);
}

static void
buf_that_refuses_changes_nothing(void **state)
{
    Buf buf = buf_new(4);

    (void)state;
    assert_true(buf_printf(&buf, "%s", "abc"));
    assert_false(buf_append(&buf, "xy", 2));
    expect_text(buf_view(&buf), "abc");
    assert_true(buf_printf(&buf, "%c", 'd'));
    expect_text(buf_view(&buf), "abcd");
    buf_free(&buf);
}

static void
buf_grows_and_can_be_emptied(void **state)
{
    Buf buf = buf_new(1000000);

    (void)state;
    for (int i = 0; i < 100000; i++)
        assert_true(buf_char(&buf, (char)('a' + i % 26)));
    assert_int_equal(buf.len, 100000);
    assert_int_equal(buf.ptr[99999], 'a' + 99999 % 26);
    buf_clear(&buf);
    assert_int_equal(buf_view(&buf).len, 0);
    assert_true(buf_text(&buf, TEXT("neu")));
    expect_text(buf_view(&buf), "neu");
    buf_free(&buf);
}

static void
buf_that_has_refused_is_not_whole_until_it_is_emptied(void **state)
{
    Buf buf = buf_new(4);

    (void)state;
    assert_true(buf_whole(&buf));
    buf_text(&buf, TEXT("abcd"));
    assert_true(buf_whole(&buf));
    buf_char(&buf, 'e');
    buf_text(&buf, TEXT(""));
    assert_false(buf_whole(&buf));
    buf_clear(&buf);
    assert_true(buf_whole(&buf));
    buf_printf(&buf, "%d", 12345);
    assert_false(buf_whole(&buf));
    buf_free(&buf);
    assert_true(buf_whole(&buf));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buf_takes_everything_up_to_its_ceiling_and_no_more),
        cmocka_unit_test(buf_that_refuses_changes_nothing),
        cmocka_unit_test(buf_grows_and_can_be_emptied),
        cmocka_unit_test(buf_that_has_refused_is_not_whole_until_it_is_emptied),
    };

    return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
