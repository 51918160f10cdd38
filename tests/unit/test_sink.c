#include "expect.h"

#include <sys/mman.h>

#include "rows/sink.h"

typedef struct Bench {
    Sink sink;
    Limits limits;
    Err err;
    Text cells[3];
    Row row;
} Bench;

static int
bench_open(void **state)
{
    Bench *bench = calloc(1, sizeof *bench);
    bench->limits = limits_default;
    bench->sink = (Sink){.rows = rawrow_writer_new(open("/dev/null", O_WRONLY | O_CLOEXEC)),
                         .findings = finding_open(NULL, &bench->err),
                         .run = arena_new(),
                         .row = arena_new(),
                         .limits = &bench->limits};
    bench->cells[0] = TEXT("ab");
    bench->cells[2] = TEXT("cdef");
    bench->row = (Row){.place = {TEXT("s"), 1, -1}, .cells = bench->cells, .cell_count = 3, .marks = TEXT("")};
    *state = bench;
    return rawrow_sheet(bench->sink.rows, TEXT("s"), "visible", &bench->err) ? 0 : -1;
}

static int
bench_close(void **state)
{
    Bench *bench = *state;
    rawrow_writer_free(bench->sink.rows);
    finding_abandon(bench->sink.findings);
    arena_free(bench->sink.run);
    arena_free(bench->sink.row);
    free(bench);
    return 0;
}

static void
expect_row_refused(Bench *bench, const char *code)
{
    assert_false(sink_row(&bench->sink, &bench->row, &bench->err));
    assert_int_equal(bench->err.code, ERR_NONE);
    assert_string_equal(bench->sink.refused, code);
}

static void
a_row_at_its_limits_is_handed_on(void **state)
{
    Bench *bench = *state;
    bench->limits.string = 4;
    bench->limits.row = 6;
    bench->limits.cells = 2;
    bench->limits.text = 9;
    assert_true(sink_row(&bench->sink, &bench->row, &bench->err));
    assert_int_equal(bench->sink.cell_count, 2);
    assert_int_equal(bench->sink.byte_count, 9);
}

static void
a_cell_beyond_the_limit_is_refused(void **state)
{
    ((Bench *)*state)->limits.string = 3;
    expect_row_refused(*state, "cell_too_long");
}

static void
a_row_beyond_the_limit_is_refused(void **state)
{
    ((Bench *)*state)->limits.row = 5;
    expect_row_refused(*state, "row_too_long");
}

static void
cells_beyond_the_limit_are_refused(void **state)
{
    ((Bench *)*state)->limits.cells = 1;
    expect_row_refused(*state, "too_many_cells");
}

static void
text_beyond_the_limit_is_refused(void **state)
{
    ((Bench *)*state)->limits.text = 8;
    expect_row_refused(*state, "text_too_large");
}

/* 6 bytes of text out of a file of 2 are 3-fold. */
static void
text_that_no_file_of_that_size_can_hold_is_refused(void **state)
{
    Bench *bench = *state;
    bench->sink.source_size = 2;
    bench->limits.ratio_from = 1;
    bench->limits.ratio = 3;
    assert_true(sink_plausible(&bench->sink, 6));
    bench->limits.ratio = 2;
    expect_row_refused(bench, "text_too_large");
}

static void
reading_beyond_the_processor_time_is_refused(void **state)
{
    Bench *bench = *state;
    assert_true(sink_in_time(&bench->sink, &bench->err));
    bench->limits.cpu_seconds = 0;
    assert_false(sink_in_time(&bench->sink, &bench->err));
    assert_string_equal(bench->sink.refused, "reading_too_long");
}

static void
warn_often(Sink *sink, Text sheet, uint64_t count, Err *err)
{
    for (uint64_t row_no = 1; row_no <= count; row_no++) {
        Remark remark = {.place = {sheet, row_no, 1}, .raw = TEXT("x")};
        assert_true(sink_warn_many(sink, "struck_text", "struck_text_more", remark, err));
    }
}

/* The lines of the findings from number `from` on, counted from 0; the caller frees them. */
static char *
findings_from(int fd, size_t from)
{
    off_t len = lseek(fd, 0, SEEK_END);
    char *all = calloc(1, (size_t)len + 1), *at = all;
    assert_int_equal(pread(fd, all, (size_t)len, 0), len);
    for (; from > 0; from--)
        at = strchr(at, '\n') + 1;
    char *rest = strdup(at);
    free(all);
    return rest;
}

/* However often sheets take turns, the findings are as few. */
static void
what_many_cells_deserve_is_told_so_many_times_and_then_counted(void **state)
{
    enum { HEADER = 1, OTHER = 3 };
    Bench *bench = *state;
    char path[32];
    int found = memfd_create("findings", 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", found);
    finding_abandon(bench->sink.findings);
    bench->sink.findings = finding_open(path, &bench->err);
    warn_often(&bench->sink, TEXT("甲"), SINK_MANY - 1, &bench->err);
    warn_often(&bench->sink, TEXT("乙"), OTHER, &bench->err);
    warn_often(&bench->sink, TEXT("甲"), 5, &bench->err);
    assert_int_equal(finding_count(bench->sink.findings), SINK_MANY + OTHER);
    assert_true(sink_end(&bench->sink, &bench->err));
    assert_int_equal(finding_count(bench->sink.findings), SINK_MANY + OTHER + 1);
    assert_true(finding_close(bench->sink.findings, &bench->err));
    bench->sink.findings = NULL;
    char *last = findings_from(found, HEADER + SINK_MANY + OTHER);
    assert_string_equal(last, "甲\tB2\t2\t\\N\twarning\tstruck_text_more\tx\t4\t\\N\t\\N\n\\#end\tcomplete\t104\t-\n");
    free(last);
    close(found);
}

static void
what_was_never_told_has_no_more(void **state)
{
    Bench *bench = *state;
    assert_true(sink_end(&bench->sink, &bench->err));
    warn_often(&bench->sink, TEXT("甲"), SINK_MANY, &bench->err);
    assert_true(sink_end(&bench->sink, &bench->err));
    assert_int_equal(finding_count(bench->sink.findings), SINK_MANY);
}

static void
err_often(Sink *sink, Text sheet, const char *code, uint64_t count, Err *err)
{
    for (uint64_t row_no = 1; row_no <= count; row_no++)
        assert_true(sink_error(sink, code, (Remark){.place = {sheet, row_no, 1}}, err));
}

/* Thirty sheets with a thousand and one each: twenty thousand are told, the rest by one finding for each sheet that has more. */
static void
a_file_has_so_many_findings_of_cells_and_then_they_are_counted(void **state)
{
    enum { SHEETS = 30 };
    Bench *bench = *state;
    char name[16];
    for (int sheet = 0; sheet < SHEETS; sheet++) {
        snprintf(name, sizeof name, "%d", sheet);
        err_often(&bench->sink, text_of(name), "cell_error", SINK_EACH + 1, &bench->err);
    }
    assert_int_equal(finding_count(bench->sink.findings), SINK_FILE);
    assert_true(sink_error(&bench->sink, "file_damaged", (Remark){.place = sink_place(TEXT(""))}, &bench->err));
    assert_false(
        sink_refuse(&bench->sink, "cell_too_long", (Remark){.place = {TEXT("0"), SINK_EACH + 2, 1}}, &bench->err));
    assert_int_equal(finding_count(bench->sink.findings), SINK_FILE + 2);
    assert_true(sink_end(&bench->sink, &bench->err));
    assert_int_equal(finding_count(bench->sink.findings), SINK_FILE + 2 + SHEETS);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)
    const struct CMUnitTest tests[] = {
        TEST(a_row_at_its_limits_is_handed_on),
        TEST(a_cell_beyond_the_limit_is_refused),
        TEST(a_row_beyond_the_limit_is_refused),
        TEST(cells_beyond_the_limit_are_refused),
        TEST(text_beyond_the_limit_is_refused),
        TEST(text_that_no_file_of_that_size_can_hold_is_refused),
        TEST(reading_beyond_the_processor_time_is_refused),
        TEST(what_many_cells_deserve_is_told_so_many_times_and_then_counted),
        TEST(what_was_never_told_has_no_more),
        TEST(a_file_has_so_many_findings_of_cells_and_then_they_are_counted),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
