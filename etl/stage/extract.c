/*
 * huizong-extract FILE: raw rows on stdout, by the file's content and never by its suffix. Knows no schema and no
 * database.
 */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/reader.h"
#include "stage/options.h"

static const char *findings_path;
static const char *limits_path;

static const ProgOption options[] = {
    {.name = "findings",
     .value_name = "FILE",
     .help = "write what is wrong with the file here",
     .value = &findings_path},
    {.name = "limits",
     .value_name = "FILE",
     .help = "what is accepted at most, as in schemas/limits.json",
     .value = &limits_path},
};

static const Prog prog = {
    .name = "huizong-extract",
    .summary = "read an upload (CSV, XLSX, XLS, DOCX, documents) and write its raw rows",
    .operands = "FILE",
    .notes = "Exit status 1 also where the file is refused; the end mark of the stream says so.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

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
static bool
finish(Sink *sink, bool read, int *status, Err *err)
{
    if (!read && sink->refused == NULL) {
        finding_abandon(sink->findings);
        return false;
    }
    *status = finding_count(sink->findings) > 0 ? 1 : 0;
    return finding_close(sink->findings, err) && rawrow_end(sink->rows, sink->refused, err);
}

static bool
extract(int fd, int *status, Err *err)
{
    Limits limits = limits_default;
    if (limits_path != NULL && !limits_read(limits_path, &limits, err))
        return false;
    Sink sink = {.findings = finding_open(findings_path, err), .limits = &limits};
    if (sink.findings == NULL)
        return false;
    sink.rows = rawrow_writer_new(STDOUT_FILENO);
    sink.run = arena_new();
    sink.row = arena_new();
    bool ok = finish(&sink, reader_read(fd, &sink, err), status, err);
    rawrow_writer_free(sink.rows);
    arena_free(sink.row);
    arena_free(sink.run);
    return ok;
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)arena;
    (void)operand_count;
    int fd = open_upload(operands[0], err);
    if (fd < 0)
        return false;
    bool ok = extract(fd, status, err);
    close(fd);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
