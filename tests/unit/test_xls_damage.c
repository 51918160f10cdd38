/*
 * A good workbook with one byte changed or its end cut off. The container is full of links: there every damage gives
 * the exact rows or a refusal. The records bear no checksum, so that a changed digit is another digit; what must hold
 * there is that no cell goes away without a word.
 */
#include "reading.h"

#include <fcntl.h>

/* Where the records stand in the file, in one piece. */
enum { RECORDS_FIRST = 2048, RECORDS_END = 6108 };

static const char *const path = "tests/stage/extract/excel-97.xls";

static char *
load(size_t *len)
{
    int fd = open(path, O_RDONLY);
    assert_true(fd >= 0);
    *len = (size_t)lseek(fd, 0, SEEK_END);
    char *bytes = memory_text(fd);
    close(fd);
    return bytes;
}

/* Cells that are there, or are said to be given twice. */
static size_t
cells_told(const Reading *reading)
{
    size_t cells = 0;
    for (const char *line = reading->rows; *line != '\0'; line = strchr(line, '\n') + 1)
        for (const char *at = line; line[0] != '\\' && *at != '\n'; at++)
            cells += *at == '\t' && strncmp(at, "\t\\N", 3) != 0;
    for (const char *at = strstr(reading->findings, "cell_twice"); at != NULL; at = strstr(at + 1, "cell_twice"))
        cells++;
    return cells;
}

static void
assert_told(const Reading *good, const char *bytes, size_t len, size_t at)
{
    Reading damaged = read_upload(bytes, len);
    bool exact = strcmp(good->rows, damaged.rows) == 0;
    bool in_records = at >= RECORDS_FIRST && at < RECORDS_END;
    if (damaged.refused[0] == '\0' && !exact && !in_records)
        fail_msg("byte %zu: other rows:\n%s", at, damaged.rows);
    if (damaged.refused[0] == '\0' && cells_told(&damaged) < cells_told(good))
        fail_msg("byte %zu: a cell is lost:\n%s%s", at, damaged.rows, damaged.findings);
    reading_free(&damaged);
}

static void
a_changed_byte_loses_no_cell_in_silence(void **state)
{
    (void)state;
    size_t len;
    char *bytes = load(&len);
    Reading good = read_upload(bytes, len);
    assert_string_equal(good.refused, "");
    for (size_t at = 0; at < len; at += 2) {
        bytes[at] = (char)~bytes[at];
        assert_told(&good, bytes, len, at);
        bytes[at] = (char)~bytes[at];
    }
    reading_free(&good);
    free(bytes);
}

static void
a_cut_workbook_is_whole_or_refused(void **state)
{
    (void)state;
    size_t len;
    char *bytes = load(&len);
    Reading good = read_upload(bytes, len);
    for (size_t cut = 1; cut < len; cut += 13) {
        Reading damaged = read_upload(bytes, len - cut);
        assert_true(damaged.refused[0] != '\0' || strcmp(good.rows, damaged.rows) == 0);
        reading_free(&damaged);
    }
    reading_free(&good);
    free(bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_changed_byte_loses_no_cell_in_silence),
        cmocka_unit_test(a_cut_workbook_is_whole_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
