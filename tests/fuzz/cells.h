/*
 * Sheets that the fuzzer writes, as tests/stage/forms/cases has them: a line is a row, "|" parts its cells, "⏎" is a line end in a cell; "@merge A1:B2" and
 * "@hidden C:D" stand for themselves, any other line that begins with "@" is passed over.
 */
#ifndef HUIZONG_TESTS_CELLS_H
#define HUIZONG_TESTS_CELLS_H

#include "texts.h"

#include "charset/gbk.h"
#include "rows/finding.h"
#include "rows/typedrow.h"
#include "schema/upload.h"
#include "table/sheet.h"

enum { CELLS_MOST = 64 };

static inline Gbk *
cells_gbk(void)
{
    static Gbk *gbk;
    Err err = {0};
    if (gbk == NULL)
        gbk = gbk_open(&err);
    PROMISE(gbk != NULL);
    return gbk;
}

/* "⏎" as a line end, in `arena`. */
static inline Text
cells_cell(Text written, Arena *arena)
{
    Text mark = TEXT("⏎"), cell = TEXT_NONE;
    if (text_find(written, mark, 0) == SIZE_MAX)
        return written.len > 0 ? written : TEXT_NONE;
    for (size_t at = text_find(written, mark, 0); at != SIZE_MAX; at = text_find(written, mark, 0)) {
        cell = arena_join(arena, cell, text_sub(written, 0, at), TEXT("\n"));
        written = text_sub(written, at + mark.len, SIZE_MAX);
    }
    return arena_join(arena, cell, written, TEXT_NONE);
}

/* Gives the number of the next row. */
static inline uint64_t
cells_line(Sheet *sheet, Text line, uint64_t row_no, Arena *arena)
{
    Text cells[CELLS_MOST], rest = line, merge = TEXT("@merge "), hidden = TEXT("@hidden ");
    Row row = {.place = {sheet->name, row_no, -1}, .marks = TEXT(""), .cells = cells};
    if (text_starts_with(line, merge)) {
        sheet_add_merge(sheet, text_sub(line, merge.len, SIZE_MAX));
        return row_no;
    }
    if (text_starts_with(line, hidden)) {
        sheet_add_hidden_columns(sheet, text_sub(line, hidden.len, SIZE_MAX));
        return row_no;
    }
    if (text_starts_with(line, TEXT("@")))
        return row_no;
    do
        cells[row.cell_count++] = cells_cell(texts_next(&rest, '|'), arena);
    while (rest.len > 0 && row.cell_count < CELLS_MOST);
    sheet_add_row(sheet, &row);
    return row_no + 1;
}

static inline Sheet *
cells_sheet(Text lines, Arena *arena)
{
    Sheet *sheet = sheet_new(TEXT("Sheet1"), false, arena);
    for (uint64_t row_no = 1; lines.len > 0;)
        row_no = cells_line(sheet, texts_next(&lines, '\n'), row_no, arena);
    return sheet;
}

/* The kinds of a folder of schemas, read once. */
static inline const UploadSet *
cells_schemas(const char *name)
{
    static const UploadSet *set;
    static Arena *arena;
    Err err = {0};
    if (set == NULL) {
        arena = arena_new();
        set = upload_read("schemas", name, arena, &err);
    }
    PROMISE(set != NULL);
    return set;
}

/* What a table, list or form writes: typed rows and findings, each in a file in memory. */
typedef struct Written {
    int rows;
    int findings;
    char path[32]; /* of the findings */
    TypedWriter *writer;
    FindingWriter *finding_writer;
} Written;

static inline Written
written_open(void)
{
    Err err = {0};
    Written written = {.rows = bytes_file("", 0), .findings = bytes_file("", 0)};
    snprintf(written.path, sizeof written.path, "/proc/self/fd/%d", written.findings);
    written.writer = typedrow_writer_new(written.rows);
    written.finding_writer = finding_open(written.path, &err);
    PROMISE(written.finding_writer != NULL);
    return written;
}

/* The end marks of both. */
static inline void
written_end(Written *written, const char *refused)
{
    Err err = {0};
    PROMISE(finding_close(written->finding_writer, &err) && typedrow_end(written->writer, refused, &err));
    typedrow_writer_free(written->writer);
    lseek(written->rows, 0, SEEK_SET);
}

static inline Text
written_text(int fd, Arena *arena)
{
    off_t len = lseek(fd, 0, SEEK_END);
    char *text = arena_alloc(arena, (size_t)len + 1);
    PROMISE(len >= 0 && pread(fd, text, (size_t)len, 0) == len && lseek(fd, 0, SEEK_SET) == 0);
    return (Text){text, (size_t)len};
}

static inline bool
written_same(const Written *left, const Written *right, Arena *arena)
{
    return text_equal(written_text(left->rows, arena), written_text(right->rows, arena)) &&
           text_equal(written_text(left->findings, arena), written_text(right->findings, arena));
}

static inline void
written_close(Written *written)
{
    close(written->rows);
    close(written->findings);
}

#endif
