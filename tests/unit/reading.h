/* Runs the readers on bytes in memory, for unit tests: what extract would write, as text. */
#ifndef HUIZONG_TESTS_READING_H
#define HUIZONG_TESTS_READING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>
#include <zip.h>

#include "read/reader.h"

/* A file in memory that holds `bytes`, at its beginning. */
static inline int
memory_file(const void *bytes, size_t len)
{
    int fd = memfd_create("upload", 0);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, len), len);
    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    return fd;
}

/* The whole of a file, terminated; the caller frees it. */
static inline char *
memory_text(int fd)
{
    off_t len = lseek(fd, 0, SEEK_END);
    char *text = calloc(1, (size_t)len + 1);
    assert_int_equal(pread(fd, text, (size_t)len, 0), len);
    return text;
}

typedef struct Reading {
    char *rows;     /* the raw stream */
    char *findings; /* the findings stream */
    char refused[64];
    size_t row_bytes; /* that its row arena is left with */
} Reading;

static inline void
reading_free(Reading *reading)
{
    free(reading->rows);
    free(reading->findings);
}

static inline Reading
read_upload(const void *bytes, size_t len)
{
    Err err = {0};
    Reading reading = {0};
    char path[32];
    int in = memory_file(bytes, len), out = memory_file("", 0), found = memory_file("", 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", found);
    Sink sink = {
        .rows = rawrow_writer_new(out), .findings = finding_open(path, &err), .run = arena_new(), .row = arena_new()};
    assert_non_null(sink.findings);
    if (!reader_read(in, &sink, &err) && sink.refused == NULL)
        fail_msg("%s", err.message);
    if (sink.refused != NULL)
        snprintf(reading.refused, sizeof reading.refused, "%s", sink.refused);
    reading.row_bytes = arena_used(sink.row);
    assert_true(finding_close(sink.findings, &err));
    assert_true(rawrow_end(sink.rows, sink.refused, &err));
    reading.rows = memory_text(out);
    reading.findings = memory_text(found);
    rawrow_writer_free(sink.rows);
    arena_free(sink.run);
    arena_free(sink.row);
    close(in);
    close(out);
    close(found);
    return reading;
}

static inline void
assert_has(const char *stream, const char *part)
{
    if (strstr(stream, part) == NULL)
        fail_msg("\"%s\" is not in:\n%s", part, stream);
}

static inline void
assert_refused(const void *bytes, size_t len, const char *code)
{
    Reading reading = read_upload(bytes, len);
    assert_string_equal(reading.refused, code);
    assert_has(reading.findings, code);
    reading_free(&reading);
}

/* One member of a package. */
typedef struct Part {
    const char *name;
    const char *text;
} Part;

/* A zip file of these parts; the caller frees it. */
static inline char *
pack(const Part *parts, size_t count, size_t *len)
{
    zip_error_t error;
    zip_stat_t stat;
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    assert_non_null(zip);
    zip_source_keep(target);
    for (size_t i = 0; i < count; i++)
        assert_true(zip_file_add(zip, parts[i].name, zip_source_buffer(zip, parts[i].text, strlen(parts[i].text), 0),
                                 ZIP_FL_ENC_UTF_8) >= 0);
    assert_int_equal(zip_close(zip), 0);
    assert_int_equal(zip_source_open(target), 0);
    assert_int_equal(zip_source_stat(target, &stat), 0);
    char *bytes = malloc(stat.size);
    *len = (size_t)zip_source_read(target, bytes, stat.size);
    assert_int_equal(*len, stat.size);
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

#endif
