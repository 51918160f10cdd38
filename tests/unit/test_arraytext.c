#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/arraytext.h"

static void
assert_array(const Text *items, size_t count, const char *expected)
{
    Buf out = buf_new(1000);
    assert_true(arraytext_append(&out, items, count));
    assert_int_equal(out.len, text_of(expected).len);
    assert_memory_equal(out.ptr, expected, out.len);
    buf_free(&out);
}

static void
arraytext_quotes_each_item(void **state)
{
    (void)state;
    assert_array(NULL, 0, "{}");
    assert_array((Text[]){TEXT("设备ID"), TEXT("")}, 2, "{\"设备ID\",\"\"}");
    assert_array((Text[]){TEXT("a,b}{"), TEXT("\"\\")}, 2, "{\"a,b}{\",\"\\\"\\\\\"}");
}

static void
arraytext_tells_null_from_its_word(void **state)
{
    (void)state;
    assert_array((Text[]){TEXT_NONE, TEXT("NULL")}, 2, "{NULL,\"NULL\"}");
}

static void
arraytext_stops_at_the_ceiling(void **state)
{
    (void)state;
    Buf out = buf_new(4);
    assert_false(arraytext_append(&out, (Text[]){TEXT("abc")}, 1));
    buf_free(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arraytext_quotes_each_item),
        cmocka_unit_test(arraytext_tells_null_from_its_word),
        cmocka_unit_test(arraytext_stops_at_the_ceiling),
    };

    return cmocka_run_group_tests_name("arraytext", tests, NULL, NULL);
}
