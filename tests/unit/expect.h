/* What the unit tests share: comparing texts so that a failure shows both, and pipes and files that are gone afterwards. */
#ifndef HUIZONG_TESTS_UNIT_EXPECT_H
#define HUIZONG_TESTS_UNIT_EXPECT_H

#include "base/file.h"
#include "base/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* `expected` NULL: an absent text. */
#define expect_text(got, expected) expect_text_at(got, expected, __FILE__, __LINE__)

static inline void
expect_text_at(Text got, const char *expected, const char *file, int line)
{
    char shown[4096];

    if (expected == NULL && got.ptr == NULL)
        return;
    const char *wanted = expected == NULL ? "" : expected;
    snprintf(shown, sizeof shown, "%" TEXT_FMT, TEXT_ARG(got));
    if (expected == NULL || got.ptr == NULL) {
        print_error("%s:%d: got %s, expected %s\n", file, line, got.ptr == NULL ? "absent" : shown,
                    expected == NULL ? "absent" : expected);
        _fail(file, line);
    }
    _assert_string_equal(shown, wanted, file, line);
    _assert_int_equal(got.len, strlen(wanted), file, line);
}

/* A descriptor from which `bytes` can be read. */
static inline int
readable(Text bytes)
{
    FILE *file = tmpfile();
    int fd;

    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    assert_int_equal(fflush(file), 0);
    fd = dup(fileno(file));
    assert_true(fd >= 0);
    fclose(file);
    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    return fd;
}

/* What was written to `fd` so far, in `out`; moves its offset to the end. */
static inline Text
written(int fd, char *out, size_t room)
{
    ssize_t len;

    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    len = read(fd, out, room);
    assert_true(len >= 0);
    return (Text){out, (size_t)len};
}

/* Setup and teardown: *state is the path of an empty folder, removed with all that the test put there. */
static inline int
folder_new(void **state)
{
    static char path[64];

    snprintf(path, sizeof path, "/tmp/huizong-unit-XXXXXX");
    *state = mkdtemp(path);
    return *state == NULL ? -1 : 0;
}

static inline int
folder_free(void **state)
{
    Err err;

    return tree_remove(*state, &err) ? 0 : -1;
}

/* folder/name; it lasts for four calls. */
static inline const char *
inside(void **state, const char *name)
{
    static char paths[4][256];
    static size_t next;
    char *path = paths[next++ % 4];

    snprintf(path, sizeof paths[0], "%s/%s", (const char *)*state, name);
    return path;
}

#endif
