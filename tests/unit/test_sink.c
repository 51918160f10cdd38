#include "expect.h"

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
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
