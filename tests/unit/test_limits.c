#include "expect.h"

#include "base/limits.h"

static bool
read_text(void **state, const char *json, Limits *limits, Err *err)
{
    *err = (Err){0};
    assert_true(file_write(inside(state, "limits.json"), text_of(json), 0644, err));
    return limits_read(inside(state, "limits.json"), limits, err);
}

static void
limits_that_are_named_are_set_and_the_others_stay(void **state)
{
    Limits limits;
    Err err;

    assert_true(read_text(state, "{\"file_mib\": 3, \"string_kib\": 5, \"entries\": 7}", &limits, &err));
    assert_int_equal(limits.file, 3 * 1024 * 1024);
    assert_int_equal(limits.string, 5 * 1024);
    assert_int_equal(limits.entries, 7);
    assert_int_equal(limits.cells, limits_default.cells);
}

/* The file that is shipped is the table of the defaults. */
static void
limits_of_the_schemas_are_the_defaults(void **state)
{
    Limits limits;
    Err err = {0};

    (void)state;
    assert_true(limits_read("schemas/limits.json", &limits, &err));
    assert_memory_equal(&limits, &limits_default, sizeof limits);
}

static void
limits_nobody_can_mean_are_refused_with_their_name(void **state)
{
    static const struct {
        const char *json, *named;
    } wrong[] = {{"{\"file_mb\": 3}", "file_mb"},
                 {"{\"ratio\": 0}", "ratio"},
                 {"{\"string_kib\": 100000}", "string_kib"},
                 {"{\"cells\": \"many\"}", "cells"}};
    Limits limits;
    Err err;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_false(read_text(state, wrong[i].json, &limits, &err));
        assert_int_equal(err.code, ERR_CONFIG);
        assert_non_null(strstr(err.message, wrong[i].named));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_that_are_named_are_set_and_the_others_stay),
        cmocka_unit_test(limits_of_the_schemas_are_the_defaults),
        cmocka_unit_test(limits_nobody_can_mean_are_refused_with_their_name),
    };

    return cmocka_run_group_tests(tests, folder_new, folder_free);
}
