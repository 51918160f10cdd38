#include "expect.h"

#include "base/buf.h"
#include "base/json.h"

static const char sample[] = "{\"x:cycle\": {\"quota\": {\"value\": 2, \"clause\": \"第三条\"}, \"units\": {\"value\":"
                             " [{\"code\": \"350100\"}, {\"code\": 7}]}}, \"b\": true, \"n\": null, \"a\": 1.5}";

static int
setup(void **state)
{
    Err err = {0};

    *state = json_read_text(TEXT(sample), "sample.json", &err);
    return *state == NULL ? -1 : 0;
}

static int
teardown(void **state)
{
    json_close(*state);
    return 0;
}

static Json
quota(void **state)
{
    return json_member(json_member(json_root(*state), "x:cycle"), "quota");
}

static Json
unit_code(void **state, size_t index)
{
    Json units = json_member(json_member(json_member(json_root(*state), "x:cycle"), "units"), "value");

    return json_member(json_at(units, index), "code");
}

static void
json_values_are_read(void **state)
{
    Err err = {.code = ERR_NONE};

    assert_int_equal(json_integer(json_member(quota(state), "value"), &err), 2);
    expect_text(json_string(json_member(quota(state), "clause"), &err), "第三条");
    assert_true(json_bool(json_member(json_root(*state), "b"), &err));
    expect_text(json_string(unit_code(state, 0), &err), "350100");
    assert_int_equal(err.code, ERR_NONE);
    assert_int_equal(json_type(json_member(json_root(*state), "n")), JSON_NULL);
    assert_int_equal(json_type(json_member(json_root(*state), "a")), JSON_REAL);
    assert_int_equal(json_type(json_member(json_root(*state), "z")), JSON_ABSENT);
    assert_false(json_has(json_at(json_root(*state), 0)));
    assert_true(json_has(json_member(json_root(*state), "n")));
}

static void
json_faults_name_file_and_path(void **state)
{
    Err err = {.code = ERR_NONE};

    expect_text(json_string(unit_code(state, 1), &err), "");
    assert_int_equal(err.code, ERR_CONFIG);
    assert_string_equal(err.message, "sample.json: x:cycle.units.value[1].code: a string is expected");
}

static void
json_first_fault_stays(void **state)
{
    Err err = {.code = ERR_NONE};

    json_integer(unit_code(state, 9), &err);
    json_bool(json_root(*state), &err);
    assert_string_equal(err.message, "sample.json: x:cycle.units.value[9].code: an integer is expected");
}

static void
json_members_keep_the_files_order(void **state)
{
    Json root = json_root(*state);

    assert_int_equal(json_count(root), 4);
    expect_text(json_key(root, 0), "x:cycle");
    expect_text(json_key(root, 3), "a");
    expect_text(json_key(root, 4), NULL);
    assert_int_equal(json_type(json_value(root, 1)), JSON_BOOL);
    assert_int_equal(json_type(json_value(root, 4)), JSON_ABSENT);
    assert_int_equal(json_count(json_member(root, "b")), 0);
}

static void
json_dump_is_compact_and_sorted(void **state)
{
    Arena *arena = arena_new();

    expect_text(json_dump(quota(state), arena), "{\"clause\":\"第三条\",\"value\":2}");
    expect_text(json_dump(json_member(quota(state), "value"), arena), "2");
    arena_free(arena);
}

static void
json_unknown_keys_are_refused(void **state)
{
    static const char *const both[] = {"value", "clause", NULL};
    static const char *const one[] = {"value", NULL};
    Err err = {.code = ERR_NONE};

    assert_true(json_only(quota(state), both, &err));
    assert_false(json_only(quota(state), one, &err));
    assert_string_equal(err.message, "sample.json: x:cycle.quota.clause: unknown key");
}

static void
json_broken_texts_are_refused_with_their_line(void **state)
{
    static const char *const broken[] = {"", "{", "{\"a\": 1, \"a\": 2}", "{\"a\": 1,}", "[1] x", "{\"a\": \"\xFF\"}"};
    Err err = {0};

    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++)
        assert_null(json_read_text(text_of(broken[i]), "b.json", &err));
    assert_null(json_read_text(TEXT("{\n\"a\": x}"), "b.json", &err));
    assert_int_equal(err.code, ERR_CONFIG);
    assert_memory_equal(err.message, "b.json:2:", 9);
}

static void
json_quote_reads_back(void **state)
{
    Text text = TEXT("a\"b\\c\n\x01 表");
    Buf out = buf_new(100);
    JsonDoc *doc;
    Err err = {.code = ERR_NONE};

    (void)state;
    buf_char(&out, '[');
    assert_true(json_quote(&out, text));
    buf_char(&out, ']');
    doc = json_read_text(buf_view(&out), "quoted", &err);
    assert_non_null(doc);
    assert_true(text_equal(json_string(json_at(json_root(doc), 0), &err), text));
    json_close(doc);
    buf_free(&out);
}

static void
a_member_is_a_line(void **state)
{
    Buf out = buf_new(64);
    (void)state;
    json_write_member(&out, "name", TEXT("福\"云\""));
    expect_text(buf_view(&out), "  \"name\": \"福\\\"云\\\"\",\n");
    assert_true(buf_whole(&out));
    json_write_member(&out, "name", TEXT("012345678901234567890123456789012345678901234567890123456789"));
    assert_false(buf_whole(&out));
    buf_free(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(json_values_are_read, setup, teardown),
        cmocka_unit_test_setup_teardown(json_faults_name_file_and_path, setup, teardown),
        cmocka_unit_test_setup_teardown(json_first_fault_stays, setup, teardown),
        cmocka_unit_test_setup_teardown(json_members_keep_the_files_order, setup, teardown),
        cmocka_unit_test_setup_teardown(json_dump_is_compact_and_sorted, setup, teardown),
        cmocka_unit_test_setup_teardown(json_unknown_keys_are_refused, setup, teardown),
        cmocka_unit_test(json_broken_texts_are_refused_with_their_line),
        cmocka_unit_test(json_quote_reads_back),
        cmocka_unit_test(a_member_is_a_line),
    };

    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
