#include "expect.h"

#include "rows/finding.h"

static const Finding phone = {
    .place = {TEXT("表1"), 6, 4},
    .field = TEXT("联系方式（手机）"),
    .error = true,
    .code = "phone_digits_lost",
    .raw = TEXT("1.38E+10"),
    .expected = TEXT("11位手机号码"),
    .subject = TEXT("甲平台"),
};
static const Finding file = {.place = {TEXT_NONE, 0, -1}, .code = "head_unit_missing"};
static const Finding nowhere = {.place = {TEXT("表1"), 4294967300, 0}, .code = "workbook_damaged"};

static void
finding_stream_is_that_of_its_header(void **state)
{
    const char *path = inside(state, "findings");
    Arena *arena = arena_new();
    FindingWriter *writer;
    Text bytes;
    Err err;

    writer = finding_open(path, &err);
    assert_non_null(writer);
    assert_true(finding_add(writer, &phone, &err));
    assert_true(finding_add(writer, &file, &err));
    assert_true(finding_add(writer, &nowhere, &err));
    assert_int_equal(finding_count(writer), 3);
    assert_true(finding_close(writer, &err));
    assert_true(file_read(path, 10000, arena, &bytes, &err));
    expect_text(bytes, "sheet\tcell\trow\tfield\tseverity\tcode\traw\tread_as\texpected\tsubject\n"
                       "表1\tE6\t6\t联系方式（手机）\terror\tphone_digits_lost\t1.38E+10\t\\N\t11位手机号码\t甲平台\n"
                       "\\N\t\\N\t\\N\t\\N\twarning\thead_unit_missing\t\\N\t\\N\t\\N\t\\N\n"
                       "表1\t\\N\t\\N\t\\N\twarning\tworkbook_damaged\t\\N\t\\N\t\\N\t\\N\n"
                       "\\#end\tcomplete\t3\t-\n");
    arena_free(arena);
}

static void
findings_read_back(void **state)
{
    const char *path = inside(state, "findings");
    FindingWriter *writer;
    FindingReader *reader;
    Text *fields;
    Err err;

    writer = finding_open(path, &err);
    assert_true(finding_add(writer, &phone, &err));
    assert_true(finding_close(writer, &err));
    reader = finding_reader_open(path, &err);
    assert_non_null(reader);
    assert_true(finding_next(reader, &fields, &err));
    expect_text(fields[1], "E6");
    expect_text(fields[5], "phone_digits_lost");
    expect_text(fields[7], NULL);
    assert_false(finding_next(reader, &fields, &err));
    assert_int_equal(err.code, ERR_NONE);
    assert_false(finding_next(reader, &fields, &err));
    finding_reader_close(reader);
}

static void
findings_abandoned_are_torn(void **state)
{
    const char *path = inside(state, "findings");
    FindingWriter *writer;
    FindingReader *reader;
    Err err;

    writer = finding_open(path, &err);
    assert_true(finding_add(writer, &phone, &err));
    finding_abandon(writer);
    reader = finding_reader_open(path, &err);
    assert_null(reader);
    assert_int_equal(err.code, ERR_DATA);
}

static void
findings_without_end_mark_or_with_more_behind_it_are_refused(void **state)
{
    static const char *const broken[] = {
        "",
        "\\N\t\\N\t\\N\t\\N\twarning\tx\t\\N\t\\N\t\\N\t\\N\n",
        "a\tb\n\\#end\tcomplete\t1\t-\n",
        "\\#end\tcomplete\t1\t-\n",
        "\\#end\trefused\t0\tx\n",
        "\\#end\tcomplete\t0\t-\n\\#end\tcomplete\t0\t-\n",
    };
    const char *path = inside(state, "findings");

    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        char bytes[500];
        FindingReader *reader;
        Text *fields;
        Err err;

        snprintf(bytes, sizeof bytes, "sheet\tcell\trow\tfield\tseverity\tcode\traw\tread_as\texpected\tsubject\n%s",
                 broken[i]);
        assert_true(file_write(path, text_of(bytes), 0600, &err));
        reader = finding_reader_open(path, &err);
        assert_non_null(reader);
        while (finding_next(reader, &fields, &err))
            continue;
        assert_int_equal(err.code, ERR_DATA);
        finding_reader_close(reader);
    }
}

static void
findings_without_a_file_are_counted(void **state)
{
    Err err;
    FindingWriter *writer = finding_open(NULL, &err);

    (void)state;
    assert_true(finding_add(writer, &phone, &err));
    assert_int_equal(finding_count(writer), 1);
    assert_true(finding_close(writer, &err));
}

static void
finding_files_that_cannot_be_are_faults(void **state)
{
    Err err;

    assert_null(finding_open(inside(state, "no/such/folder"), &err));
    assert_int_equal(err.code, ERR_CANNOT_CREATE);
    assert_null(finding_reader_open(inside(state, "missing"), &err));
    assert_int_equal(err.code, ERR_NO_INPUT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finding_stream_is_that_of_its_header, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(findings_read_back, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(findings_abandoned_are_torn, folder_new, folder_free),
        cmocka_unit_test_setup_teardown(findings_without_end_mark_or_with_more_behind_it_are_refused, folder_new,
                                        folder_free),
        cmocka_unit_test(findings_without_a_file_are_counted),
        cmocka_unit_test_setup_teardown(finding_files_that_cannot_be_are_faults, folder_new, folder_free),
    };

    return cmocka_run_group_tests_name("finding", tests, NULL, NULL);
}
