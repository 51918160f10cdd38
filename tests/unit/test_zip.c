#include "reading.h"

#include "base/limits.h"
#include "package/zip.h"

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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
