/*
 * huizong-extract FILE: raw rows on stdout, by the file's content and never by its suffix. Knows no schema and no
 * database.
 */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/prog.h"
#include "read/reader.h"

enum { FINDINGS = 1 };

/* Only a regular file: the readers go over it more than once. */
static int
open_upload(const char *path, Err *err)
{
    struct stat stat;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        err_set(err, ERR_NO_INPUT, "could not open file \"%s\": %m", path);
        return -1;
    }
    if (fstat(fd, &stat) == 0 && S_ISREG(stat.st_mode))
        return fd;
    err_set(err, ERR_NO_INPUT, "not a regular file: \"%s\"", path);
    close(fd);
    return -1;
}

/* The findings are closed before the stream's end mark, so that whoever sees the mark has them whole. */
static int
finish(Sink *sink, bool read, Err *err)
{
    if (!read && sink->refused == NULL) {
        finding_abandon(sink->findings);
        return err->code;
    }
    bool found = finding_count(sink->findings) > 0;
    if (!finding_close(sink->findings, err) || !rawrow_end(sink->rows, sink->refused, err))
        return err->code;
    return found ? FINDINGS : 0;
}

static int
extract(int fd, const char *findings, Err *err)
{
    Sink sink = {.findings = finding_open(findings, err)};
    if (sink.findings == NULL)
        return err->code;
    sink.rows = rawrow_writer_new(STDOUT_FILENO);
    sink.run = arena_new();
    sink.row = arena_new();
    bool read = reader_read(fd, &sink, err);
    int status = finish(&sink, read, err);
    rawrow_writer_free(sink.rows);
    arena_free(sink.row);
    arena_free(sink.run);
    return status;
}

int
main(int argc, char **argv)
{
    const char *findings = NULL;
    const ProgOption options[] = {
        {.name = "findings",
         .value_name = "FILE",
         .help = "write what is wrong with the file here",
         .value = &findings},
    };
    const Prog prog = {.name = "huizong-extract",
                       .summary = "read an upload (CSV, XLSX, documents) and write its raw rows",
                       .operands = "FILE",
                       .options = options,
                       .option_count = sizeof options / sizeof options[0]};
    Err err = {0};
    bool done = false;
    char **operands;
    int operand_count;
    Arena *arena = arena_new();
    if (!prog_read(&prog, argc, argv, arena, &done, &operands, &operand_count, &err))
        return prog_fail(&prog, &err);
    if (done)
        return prog_end(&prog, 0);
    if (operand_count != 1) {
        err_set(&err, ERR_USAGE, "one file is wanted, %d given", operand_count);
        return prog_fail(&prog, &err);
    }
    int fd = open_upload(operands[0], &err);
    int status = fd < 0 ? (int)err.code : extract(fd, findings, &err);
    if (err.code != ERR_NONE)
        status = prog_fail(&prog, &err);
    if (fd >= 0)
        close(fd);
    arena_free(arena);
    return prog_end(&prog, status);
}
