/*
 * A register or a table of the office, from the bytes of a file to typed rows: read as extract does, normalised by the registers' definitions. The length
 * chooses the file's name. The stream is whole, a refusal has its finding, and the same bytes give the same.
 */
#include "cells.h"

#include "rows/sink.h"
#include "submission/submission.h"

static const char *const names[] = {"本单位.csv",   "收件登记.csv", "历年入选名单.csv",
                                    "超额批准.csv", "匹配裁定.csv", "审查决定.csv",
                                    "撤回登记.csv", "遴选结果.csv", "推荐单位名录.csv"};

enum { NAMES = sizeof names / sizeof names[0] };

typedef struct Taking {
    Submission *submission;
    Err err;
} Taking;

static bool
take(void *context, const RawItem *item, Err *err)
{
    Taking *taking = context;
    return submission_take(taking->submission, item, err);
}

static void
normalise(const uint8_t *bytes, size_t len, const char *name, Written *written)
{
    Err err = {0};
    bool with_findings = false;
    Taking taking = {0};
    int in = bytes_file(bytes, len);
    Sink sink = {.findings = written->finding_writer, .run = arena_new(), .row = arena_new()};
    sink.rows = rawrow_writer_to(take, &taking);
    taking.submission =
        submission_open(cells_schemas("registers"), text_of(name), written->rows, written->finding_writer, &err);
    PROMISE(taking.submission != NULL);
    bool ok = reader_read(in, &sink, &err);
    PROMISE(ok || (sink.refused != NULL && err.code == ERR_NONE));
    PROMISE(rawrow_end(sink.rows, sink.refused, &err) && submission_end(taking.submission, &with_findings, &err));
    PROMISE(sink.refused == NULL || with_findings);
    submission_free(taking.submission);
    rawrow_writer_free(sink.rows);
    arena_free(sink.run);
    arena_free(sink.row);
    close(in);
}

static bool
is_whole(const Written *written)
{
    Err err = {0};
    TypedItem item = {0};
    uint64_t cells = 0;
    lseek(written->rows, 0, SEEK_SET);
    TypedReader *reader = typedrow_reader_new(written->rows);
    while (typedrow_next(reader, &item, &err))
        cells += item.kind == TYPED_CELL;
    bool whole = err.code == ERR_NONE && item.kind == TYPED_END && item.lines == cells;
    typedrow_reader_free(reader);
    return whole;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    const char *name = names[len % NAMES];
    Written first = written_open(), second = written_open();
    normalise(bytes, len, name, &first);
    normalise(bytes, len, name, &second);
    PROMISE(is_whole(&first) && written_same(&first, &second, arena));
    typedrow_writer_free(first.writer);
    typedrow_writer_free(second.writer);
    written_close(&first);
    written_close(&second);
    arena_free(arena);
    return 0;
}
