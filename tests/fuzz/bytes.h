/* What the fuzz targets share: bytes as a file, and a sink that keeps nothing. */
#ifndef HUIZONG_TESTS_BYTES_H
#define HUIZONG_TESTS_BYTES_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "read/reader.h"

/* A promise that was broken: libFuzzer keeps the input. */
#define PROMISE(holds)                                                                                                 \
    do {                                                                                                               \
        if (!(holds)) {                                                                                                \
            fprintf(stderr, "broken promise: %s\n", #holds);                                                           \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

static inline int
bytes_file(const void *bytes, size_t len)
{
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    PROMISE(fd >= 0 && write(fd, bytes, len) == (ssize_t)len && lseek(fd, 0, SEEK_SET) == 0);
    return fd;
}

/* Reads like huizong-extract: the end is complete or refused, never a fault. Gives the rows that were written. */
static inline uint64_t
bytes_read(const void *bytes, size_t len, const char **refused)
{
    Err err = {0};
    int in = bytes_file(bytes, len), out = open("/dev/null", O_WRONLY | O_CLOEXEC);
    Sink sink = {
        .rows = rawrow_writer_new(out), .findings = finding_open(NULL, &err), .run = arena_new(), .row = arena_new()};
    bool ok = reader_read(in, &sink, &err);
    PROMISE(ok || (sink.refused != NULL && err.code == ERR_NONE));
    PROMISE(sink.refused == NULL || finding_count(sink.findings) > 0);
    PROMISE(finding_close(sink.findings, &err) && rawrow_end(sink.rows, sink.refused, &err));
    rawrow_writer_free(sink.rows);
    arena_free(sink.run);
    arena_free(sink.row);
    close(in);
    close(out);
    *refused = sink.refused;
    return sink.row_count;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

#endif
