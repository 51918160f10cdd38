#include "reading.h"

#include "base/limits.h"
#include "package/zip.h"

enum { END = 22 }; /* bytes of the record at the end */

typedef struct Bench {
    Sink sink;
    Err err;
    int found;
    ZipFile *zip;
} Bench;

static void
bench_open(Bench *bench, const char *bytes, size_t len)
{
    char path[32];
    int fd = memory_file(bytes, len);
    *bench = (Bench){.found = memory_file("", 0)};
    snprintf(path, sizeof path, "/proc/self/fd/%d", bench->found);
    bench->sink =
        (Sink){.findings = finding_open(path, &bench->err), .run = arena_new(), .row = arena_new(), .source_size = len};
    bench->zip = zipfile_open(fd, &bench->sink, &bench->err);
    close(fd);
}

static void
bench_close(Bench *bench)
{
    zipfile_close(bench->zip);
    finding_abandon(bench->sink.findings);
    arena_free(bench->sink.run);
    arena_free(bench->sink.row);
    close(bench->found);
}

static bool
collect(void *context, Text bytes, Err *err)
{
    (void)err;
    return buf_text(context, bytes);
}

static bool
ignore(void *context, Text bytes, Err *err)
{
    (void)context, (void)bytes, (void)err;
    return true;
}

static void
members_are_found_without_case_and_slash(void **state)
{
    (void)state;
    size_t len;
    char *bytes = pack((Part[]){{"XL\\Workbook.xml", "<a/>"}, {"b", "x"}}, 2, &len);
    Bench bench;
    Buf text = buf_new(100);
    bench_open(&bench, bytes, len);
    assert_non_null(bench.zip);
    assert_true(zipfile_has(bench.zip, TEXT("/xl/workbook.XML")));
    assert_false(zipfile_has(bench.zip, TEXT("workbook.xml")));
    assert_true(zipfile_read(bench.zip, TEXT("xl/workbook.xml"), collect, &text, &bench.err));
    assert_true(text_equal(buf_view(&text), TEXT("<a/>")));
    assert_false(zipfile_read(bench.zip, TEXT("c"), collect, &text, &bench.err));
    assert_string_equal(bench.sink.refused, "workbook_damaged");
    bench_close(&bench);
    buf_free(&text);
    free(bytes);
}

static void
members_of_one_name_and_different_bytes_are_not_read(void **state)
{
    (void)state;
    size_t len;
    char *bytes = pack((Part[]){{"a/b", "1"}, {"A\\B", "2"}, {"c", "x"}, {"d", "3"}, {"D", "3"}}, 5, &len);
    Bench bench;
    bench_open(&bench, bytes, len);
    assert_non_null(bench.zip);
    assert_true(zipfile_read(bench.zip, TEXT("c"), ignore, NULL, &bench.err));
    assert_true(zipfile_read(bench.zip, TEXT("d"), ignore, NULL, &bench.err));
    assert_false(zipfile_read(bench.zip, TEXT("a/b"), ignore, NULL, &bench.err));
    assert_string_equal(bench.sink.refused, "file_damaged");
    bench_close(&bench);
    free(bytes);
}

static void
every_cut_is_refused(void **state)
{
    (void)state;
    size_t len;
    char *bytes = pack((Part[]){{"a", "some text"}}, 1, &len);
    for (size_t cut = 1; cut < len; cut++) {
        Bench bench;
        bench_open(&bench, bytes, cut);
        assert_null(bench.zip);
        assert_string_equal(bench.sink.refused, "file_damaged");
        bench_close(&bench);
    }
    free(bytes);
}

static void
assert_no_zip(const char *bytes, size_t len)
{
    Bench bench;
    bench_open(&bench, bytes, len);
    assert_null(bench.zip);
    assert_int_equal(bench.err.code, ERR_NONE);
    assert_string_equal(bench.sink.refused, "file_damaged");
    bench_close(&bench);
}

/* Other programs go by the last one, or by another. */
static void
two_directories_are_refused(void **state)
{
    (void)state;
    size_t len, other_len;
    char *bytes = pack((Part[]){{"a", "one text"}}, 1, &len), *other = pack((Part[]){{"a", "another"}}, 1, &other_len);
    char *both = malloc(2 * len + other_len);
    memcpy(both, bytes, len);
    memcpy(both + len, other, other_len);
    assert_no_zip(both, len + other_len);
    free(other);
    /* a comment that is such a record, of nothing */
    bytes[len - 2] = END;
    memcpy(both, bytes, len);
    memset(both + len, 0, END);
    memcpy(both + len, "PK\5\6", 4);
    assert_no_zip(both, len + END);
    free(both);
    free(bytes);
}

/* Where no file can reach: the sender's fault and not the machine's. */
static void
a_directory_beyond_every_file_is_refused(void **state)
{
    (void)state;
    enum { LARGE = 56, LOCATOR = 20 };
    size_t len;
    char *bytes = pack((Part[]){{"a", "some text"}}, 1, &len), *far = malloc(len + LARGE + LOCATOR);
    size_t end = len - END;
    memcpy(far, bytes, end);
    memset(far + end, 0, LARGE + LOCATOR);
    memcpy(far + end, "PK\6\6\54", 5);
    far[end + 24] = far[end + 32] = 1;
    memset(far + end + 48, 0xFF, 8);
    memcpy(far + end + LARGE, "PK\6\7", 4);
    memcpy(far + end + LARGE + 8, &end, sizeof end);
    memcpy(far + end + LARGE + LOCATOR, bytes + end, END);
    memset(far + end + LARGE + LOCATOR + 8, 0xFF, 12);
    assert_no_zip(far, len + LARGE + LOCATOR);
    memset(far + end + LARGE + 8, 0xFF, 8);
    assert_no_zip(far, len + LARGE + LOCATOR);
    free(far);
    free(bytes);
}

/* A byte of the packed content turned over: the checksum tells at the end. */
static void
a_damaged_member_is_refused(void **state)
{
    (void)state;
    size_t len;
    char *bytes = pack((Part[]){{"a", "some text that is long enough to be packed, packed, packed, packed"}}, 1, &len);
    Bench bench;
    bytes[30 + 1 + 4] ^= 0x10;
    bench_open(&bench, bytes, len);
    assert_non_null(bench.zip);
    assert_false(zipfile_read(bench.zip, TEXT("a"), ignore, NULL, &bench.err));
    assert_string_equal(bench.sink.refused, "file_damaged");
    bench_close(&bench);
    free(bytes);
}

static void
a_bomb_is_refused(void **state)
{
    (void)state;
    size_t len, size = limits_default.ratio_from + LIMIT_MIB;
    char *zeros = malloc(size + 1);
    memset(zeros, '0', size);
    zeros[size] = '\0';
    char *bytes = pack((Part[]){{"a", zeros}}, 1, &len);
    Bench bench;
    bench_open(&bench, bytes, len);
    assert_false(zipfile_read(bench.zip, TEXT("a"), ignore, NULL, &bench.err));
    assert_string_equal(bench.sink.refused, "package_too_large");
    bench_close(&bench);
    free(zeros);
    free(bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_found_without_case_and_slash),
        cmocka_unit_test(members_of_one_name_and_different_bytes_are_not_read),
        cmocka_unit_test(every_cut_is_refused),
        cmocka_unit_test(a_damaged_member_is_refused),
        cmocka_unit_test(a_bomb_is_refused),
        cmocka_unit_test(two_directories_are_refused),
        cmocka_unit_test(a_directory_beyond_every_file_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
