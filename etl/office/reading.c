#include "office/reading.h"

#include "read/reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* The findings are closed before the end mark, so that whoever sees the mark has them whole. */
static bool
finish(Sink *sink, bool read, bool *with_findings, Err *err)
{
    if (!read && sink->refused == NULL) {
        finding_abandon(sink->findings);
        return false;
    }
    *with_findings = finding_count(sink->findings) > 0;
    return finding_close(sink->findings, err) && rawrow_end(sink->rows, sink->refused, err);
}

static bool
read_upload(int fd, const Limits *limits, const char *findings, RawWriter *rows, bool *with_findings, Err *err)
{
    Sink sink = {.rows = rows, .findings = finding_open(findings, err), .limits = limits};
    if (sink.findings == NULL)
        return false;
    sink.run = arena_new();
    sink.row = arena_new();
    bool ok = finish(&sink, reader_read(fd, &sink, err), with_findings, err);
    arena_free(sink.row);
    arena_free(sink.run);
    return ok;
}

bool
reading_file(const char *path, const char *limits, const char *findings, RawWriter *rows, bool *with_findings, Err *err)
{
    Limits set = limits_default;
    int fd = open_upload(path, err);
    if (fd < 0)
        return false;
    bool ok =
        (limits == NULL || limits_read(limits, &set, err)) && read_upload(fd, &set, findings, rows, with_findings, err);
    close(fd);
    return ok;
}
