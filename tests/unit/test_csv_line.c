#include "reading.h"

#include "csv/csv_line.h"
#include "csv/csv_record.h"

enum { LINES = 200000, LONGEST = 40 };

/* The same numbers on every machine. */
static unsigned
next_number(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*seed >> 33);
}

static size_t
make_line(uint64_t *seed, Text delimiter, char *out)
{
    const Text pieces[] = {delimiter, delimiter,  TEXT("\""), TEXT("\""),         TEXT("a"), TEXT("国"),
                           TEXT("="), TEXT("\t"), TEXT(" "),  TEXT("0123456789"), TEXT(";")};
    size_t count = 1 + next_number(seed) % 12, len = 0;
    for (size_t i = 0; i < count; i++) {
        Text piece = pieces[next_number(seed) % (sizeof pieces / sizeof *pieces)];
        memcpy(out + len, piece.ptr, piece.len);
        len += piece.len;
    }
    return len;
}

/* A further cell of two lines, which only the parser reads. */
static size_t
add_lines(char *line, size_t len, Text delimiter)
{
    static const char cell[] = "\"b\nb\"\n";
    memcpy(line + len, delimiter.ptr, delimiter.len);
    memcpy(line + len + delimiter.len, cell, sizeof cell - 1);
    return len + delimiter.len + sizeof cell - 1;
}

static bool
same_cells(const Row *left, const Row *right)
{
    for (size_t i = 0; i < left->cell_count; i++) {
        if (!text_equal(left->cells[i], right->cells[i]) || right->cells[i].ptr == NULL)
            return false;
    }
    return left->cell_count + 1 == right->cell_count && text_equal(left->marks, right->marks);
}

/* How many of the lines were taken without the parser; each of those has the parser's cells. */
static size_t
taken_lines(Text delimiter)
{
    CsvSplitter *splitter = csv_splitter_new(delimiter);
    Arena *arena = arena_new();
    RowBuild own, parsed;
    CsvRecord record;
    uint64_t seed = 7;
    size_t taken = 0;
    rowbuild_open(&own);
    rowbuild_open(&parsed);
    for (size_t i = 0; i < LINES; i++) {
        char line[16 * LONGEST];
        size_t len = make_line(&seed, delimiter, line);
        rowbuild_begin(&own, TEXT(""), 1);
        rowbuild_begin(&parsed, TEXT(""), 1);
        if (csv_line_split((Text){line, len}, delimiter, &own, arena) != CSV_LINE_TAKEN)
            continue;
        taken++;
        Text window = {line, add_lines(line, len, delimiter)};
        assert_int_equal(csv_split(splitter, window, true, &parsed, arena, &record), CSV_STATE_RECORD);
        if (record.used != window.len || record.stray_column >= 0 ||
            !same_cells(rowbuild_row(&own), rowbuild_row(&parsed)))
            fail_msg("not as the parser has it: %.*s", (int)len, line);
        arena_reset(arena);
    }
    rowbuild_close(&own);
    rowbuild_close(&parsed);
    csv_splitter_free(splitter);
    arena_free(arena);
    return taken;
}

static void
what_a_line_gives_the_parser_gives(void **state)
{
    (void)state;
    assert_true(taken_lines(TEXT(",")) > LINES / 4);
    assert_true(taken_lines(TEXT("\t")) > LINES / 4);
    assert_true(taken_lines(TEXT("，")) > LINES / 8);
}

static void
quotes_that_are_not_around_a_cell_are_for_the_parser(void **state)
{
    static const char *const lines[] = {"a\"b,c", "\"a\"b,c", "\"a,b", "\"a\"\"b\",c", "=\"01\",c", "a, \"b\""};
    RowBuild build;
    Arena *arena = arena_new();
    (void)state;
    rowbuild_open(&build);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        rowbuild_begin(&build, TEXT(""), 1);
        assert_int_equal(csv_line_split(text_of(lines[i]), TEXT(","), &build, arena), CSV_LINE_QUOTED);
    }
    rowbuild_begin(&build, TEXT(""), 1);
    assert_int_equal(csv_line_split(TEXT("\"a,b\",\"\",c"), TEXT(","), &build, arena), CSV_LINE_TAKEN);
    assert_int_equal(build.row.cell_count, 3);
    assert_true(text_equal(build.row.cells[0], TEXT("a,b")));
    assert_true(text_equal(build.row.cells[1], TEXT("")) && build.row.cells[1].ptr != NULL);
    rowbuild_close(&build);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_line_gives_the_parser_gives),
        cmocka_unit_test(quotes_that_are_not_around_a_cell_are_for_the_parser),
    };

    return cmocka_run_group_tests_name("csv_line", tests, NULL, NULL);
}
