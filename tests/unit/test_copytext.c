#include "expect.h"

#include "rows/copytext.h"

static void
copytext_escapes_what_copy_wants_escaped(void **state)
{
    Buf out = buf_new(1000);

    (void)state;
    assert_true(copytext_field(&out, TEXT("a\\b\tc\nd\re\bf\fg\vh 表")));
    assert_true(copytext_field(&out, TEXT_NONE));
    assert_true(copytext_field(&out, TEXT("")));
    assert_true(copytext_field(&out, TEXT("\\N")));
    expect_text(buf_view(&out), "a\\\\b\\tc\\nd\\re\\bf\\fg\\vh 表\\N\\\\N");
    buf_free(&out);
}

static void
copytext_field_that_does_not_fit_leaves_nothing(void **state)
{
    Buf out = buf_new(4);

    (void)state;
    assert_true(copytext_field(&out, TEXT("ab")));
    assert_false(copytext_field(&out, TEXT("\t\t")));
    expect_text(buf_view(&out), "ab");
    buf_free(&out);
}

static void
copytext_reads_back_what_it_wrote(void **state)
{
    CopyReader *reader = copytext_open(readable(TEXT("a\\tb\t\\N\t\t\\\\N\nx\n\n")), 100);
    Text *fields;
    size_t count;
    Text raw;
    Err err;

    (void)state;
    assert_true(copytext_next(reader, &fields, &count, &raw, &err));
    assert_int_equal(count, 4);
    expect_text(fields[0], "a\tb");
    expect_text(fields[1], NULL);
    expect_text(fields[2], "");
    expect_text(fields[3], "\\N");
    expect_text(raw, "a\\tb\t\\N\t\t\\\\N");
    assert_true(copytext_next(reader, &fields, &count, &raw, &err));
    assert_int_equal(count, 1);
    assert_true(copytext_next(reader, &fields, &count, &raw, &err));
    assert_int_equal(count, 1);
    expect_text(fields[0], "");
    assert_false(copytext_next(reader, &fields, &count, &raw, &err));
    assert_int_equal(err.code, ERR_NONE);
    copytext_close(reader);
}

static void
copytext_control_lines_keep_their_first_field(void **state)
{
    CopyReader *reader = copytext_open(readable(TEXT("\\#fact\ta\\nb\n\\\\#fact\n")), 100);
    Text *fields;
    size_t count;
    Text raw;
    Err err;

    (void)state;
    assert_true(copytext_next(reader, &fields, &count, &raw, &err));
    expect_text(fields[0], "\\#fact");
    expect_text(fields[1], "a\nb");
    assert_true(copytext_next(reader, &fields, &count, &raw, &err));
    expect_text(fields[0], "\\#fact");
    assert_false(text_starts_with(raw, TEXT("\\#")));
    copytext_close(reader);
}

/* The fault that reading `stream` ends with. */
static ErrCode
fault_of(Text stream, size_t ceiling)
{
    CopyReader *reader = copytext_open(readable(stream), ceiling);
    Text *fields;
    size_t count;
    Text raw;
    Err err;

    while (copytext_next(reader, &fields, &count, &raw, &err))
        continue;
    copytext_close(reader);
    return err.code;
}

static void
copytext_tells_torn_long_and_ill_escaped_lines(void **state)
{
    (void)state;
    assert_int_equal(fault_of(TEXT(""), 10), ERR_NONE);
    assert_int_equal(fault_of(TEXT("a\nb"), 10), ERR_DATA);
    assert_int_equal(fault_of(TEXT("0123456789\n"), 10), ERR_NONE);
    assert_int_equal(fault_of(TEXT("0123456789a\n"), 10), ERR_DATA);
    assert_int_equal(fault_of(TEXT("a\\q\n"), 10), ERR_DATA);
    assert_int_equal(fault_of(TEXT("a\\\n"), 10), ERR_DATA);
    assert_int_equal(fault_of(TEXT("a\\Nb\n"), 10), ERR_DATA);
}

/* Lines that straddle the read buffer, and one larger than it. */
static void
copytext_lines_may_be_larger_than_the_buffer(void **state)
{
    enum { LARGE = 1000 * 1000, SMALL_LINES = 100000 };
    FILE *file = tmpfile();
    CopyReader *reader;
    Text *fields;
    size_t count;
    Text raw;
    Err err;
    int lines = 0;

    (void)state;
    for (int i = 0; i < SMALL_LINES; i++)
        fprintf(file, "%d\t%s\n", i, i % 7 == 0 ? "a\\tb" : "云平台");
    for (int i = 0; i < LARGE; i++)
        fputc('x', file);
    fputs("\tend\n", file);
    rewind(file);
    reader = copytext_open(fileno(file), 2 * LARGE);
    while (copytext_next(reader, &fields, &count, &raw, &err)) {
        assert_int_equal(count, 2);
        if (lines < SMALL_LINES)
            expect_text(fields[1], lines % 7 == 0 ? "a\tb" : "云平台");
        lines++;
    }
    assert_int_equal(err.code, ERR_NONE);
    assert_int_equal(lines, SMALL_LINES + 1);
    copytext_close(reader);
    fclose(file);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copytext_escapes_what_copy_wants_escaped),
        cmocka_unit_test(copytext_field_that_does_not_fit_leaves_nothing),
        cmocka_unit_test(copytext_reads_back_what_it_wrote),
        cmocka_unit_test(copytext_control_lines_keep_their_first_field),
        cmocka_unit_test(copytext_tells_torn_long_and_ill_escaped_lines),
        cmocka_unit_test(copytext_lines_may_be_larger_than_the_buffer),
    };

    return cmocka_run_group_tests_name("copytext", tests, NULL, NULL);
}
