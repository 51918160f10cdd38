#include "office/reading.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/archived.h"
#include "charset/converters.h"
#include "read/reader.h"
#include "read/sniff.h"

struct Reading {
    int fd;
    Limits limits;
    Converters *converters;
    FindingWriter *findings;
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

static bool
open_all(Reading *reading, const char *path, const char *sha256, const char *limits, const char *findings, Err *err)
{
    reading->fd = open_upload(path, err);
    if (reading->fd < 0 || (sha256 != NULL && !archived_prove(reading->fd, path, text_of(sha256), err)) ||
        (limits != NULL && !limits_read(limits, &reading->limits, err)))
        return false;
    reading->converters = converters_hold(sniff_old_workbook(reading->fd), err);
    if (reading->converters != NULL)
        reading->findings = finding_open(findings, err);
    return reading->findings != NULL;
}

Reading *
reading_open(const char *path, const char *sha256, const char *limits, const char *findings, Err *err)
{
    Reading *reading = mem_alloc(sizeof *reading);
    *reading = (Reading){.limits = limits_default};
    if (open_all(reading, path, sha256, limits, findings, err))
        return reading;
    reading_close(reading);
    return NULL;
}

const Limits *
reading_limits(const Reading *reading)
{
    return &reading->limits;
}

void
reading_close(Reading *reading)
{
    if (reading == NULL)
        return;
    if (reading->fd >= 0)
        close(reading->fd);
    converters_release(reading->converters);
    finding_abandon(reading->findings);
    mem_free(reading);
}

/* The findings are closed before the end mark, so that whoever sees the mark has them whole. */
static bool
finish(Reading *reading, Sink *sink, bool read, bool *with_findings, Err *err)
{
    if (!read && sink->refused == NULL)
        return false;
    *with_findings = finding_count(sink->findings) > 0;
    reading->findings = NULL;
    return finding_close(sink->findings, err) && rawrow_end(sink->rows, sink->refused, err);
}

bool
reading_refuse(Reading *reading, RawWriter *rows, const char *code, bool *with_findings, Err *err)
{
    Sink sink = {.rows = rows, .findings = reading->findings};
    bool read = sink_refuse(&sink, code, (Remark){.place = sink_place(TEXT(""))}, err);
    return finish(reading, &sink, read, with_findings, err);
}

bool
reading_rows(Reading *reading, RawWriter *rows, bool *with_findings, Err *err)
{
    Sink sink = {.rows = rows, .findings = reading->findings, .limits = &reading->limits};
    sink.run = arena_new();
    sink.row = arena_new();
    bool ok = finish(reading, &sink, reader_read(reading->fd, &sink, err), with_findings, err);
    arena_free(sink.row);
    arena_free(sink.run);
    return ok;
}
