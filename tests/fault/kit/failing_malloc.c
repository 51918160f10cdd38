/*
 * LD_PRELOAD: the MALLOC_FAILS_AT-th request for memory of a process finds none, once. Where MALLOC_COUNT names a file, the process adds a line with
 * the number of a request that is the first of its kind, with the calls that led to it, and where one fails "failed".
 */
#define _GNU_SOURCE
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern void *
__libc_malloc(size_t size);
extern void *
__libc_calloc(size_t count, size_t size);
extern void *
__libc_realloc(void *old, size_t size);

enum { FRAMES = 12, KINDS = 1 << 16 };

static unsigned long asked, fails_at;
static int count_fd = -1;
static bool looking;
static uint64_t kinds[KINDS];

/* backtrace() loads a library when it is first called, and asks for memory. The file is opened before the readers shut themselves in. */
__attribute__((constructor)) static void
read_order(void)
{
    void *frames[FRAMES];
    const char *order = getenv("MALLOC_FAILS_AT");
    const char *count_file = getenv("MALLOC_COUNT");
    if (count_file != NULL)
        count_fd = open(count_file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    fails_at = order == NULL ? 0 : strtoul(order, NULL, 10);
    looking = true;
    backtrace(frames, FRAMES);
    looking = false;
    asked = 0;
}

static void
tell(const char *what, unsigned long number)
{
    char line[64];
    int len = snprintf(line, sizeof line, "%s%lu\n", what, number);
    if (count_fd >= 0 && write(count_fd, line, (size_t)len) != len)
        _exit(99);
}

static uint64_t
kind_of_call(void)
{
    void *frames[FRAMES];
    uint64_t kind = 14695981039346656037u;
    int count = backtrace(frames, FRAMES);
    for (int i = 0; i < count; i++)
        kind = (kind ^ (uintptr_t)frames[i]) * 1099511628211u;
    return kind | 1;
}

static bool
is_new(uint64_t kind)
{
    size_t at = kind % KINDS;
    while (kinds[at] != 0 && kinds[at] != kind)
        at = (at + 1) % KINDS;
    bool new = kinds[at] == 0;
    kinds[at] = kind;
    return new;
}

static bool
fails(void)
{
    if (looking)
        return false;
    asked++;
    looking = true;
    bool now = asked == fails_at;
    if (now)
        tell("failed ", asked);
    else if (fails_at == 0 && is_new(kind_of_call()))
        tell("", asked);
    looking = false;
    if (now)
        errno = ENOMEM;
    return now;
}

void *
malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}
