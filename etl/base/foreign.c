#include "base/foreign.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"

#ifdef __has_feature
#define SANITIZED __has_feature(address_sanitizer)
#elif defined __SANITIZE_ADDRESS__
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

enum { ROUNDED_UP = 4 << 20 /* what the C library takes at once, where it is asked for a little */ };

static uint64_t bound; /* 0: none */
static int sizes = -1; /* /proc/self/statm: nothing can be opened by the time it is asked */

void
mem_bound(uint64_t most)
{
    sizes = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    bound = most;
    foreign_needs_memory();
}

/* Its first number is what the bound counts, in pages. */
static bool
is_beyond_bound(size_t wanted)
{
    char said[64];
    ssize_t got = bound == 0 ? 0 : read(sizes, said, sizeof said - 1);
    if (got <= 0)
        return false;
    said[got] = '\0';
    uint64_t taken = strtoull(said, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE) + ROUNDED_UP;
    return taken > bound || wanted > bound - taken;
}

static void
say(const char *line)
{
    ssize_t written = write(STDERR_FILENO, line, strlen(line));
    (void)written;
}

_Noreturn void
mem_end(size_t wanted)
{
    bool beyond = is_beyond_bound(wanted);
    say(beyond ? "out of memory: the upload takes more than a reader may\n" : "out of memory\n");
    _Exit(beyond ? ERR_BEYOND : ERR_IO);
}

#if SANITIZED

void
foreign_needs_memory(void)
{
}

#else

#include <dlfcn.h>

static bool needed;

void
foreign_needs_memory(void)
{
    needed = true;
}

static void *
given(void *memory, size_t wanted)
{
    if (memory == NULL && wanted > 0 && needed)
        mem_end(wanted);
    return memory;
}

/*
 * These three stand before the C library's for the program and all that it is linked to (glibc manual, "Replacing malloc"), and hand on to them: what
 * they give is freed by free. They are looked up at the first call, which comes before main.
 */
typedef void *
Malloc(size_t size);
typedef void *
Calloc(size_t count, size_t size);
typedef void *
Realloc(void *old, size_t size);

void *
malloc(size_t size)
{
    static Malloc *next;
    if (next == NULL)
        next = (Malloc *)dlsym(RTLD_NEXT, "malloc");
    return given(next(size), size > 0 ? size : 1);
}

void *
calloc(size_t count, size_t size)
{
    static Calloc *next;
    if (next == NULL)
        next = (Calloc *)dlsym(RTLD_NEXT, "calloc");
    return given(next(count, size), size == 0 || count == 0 ? 1 : count > SIZE_MAX / size ? SIZE_MAX : count * size);
}

/* With a size of 0 it frees, and NULL is no want. */
void *
realloc(void *old, size_t size)
{
    static Realloc *next;
    if (next == NULL)
        next = (Realloc *)dlsym(RTLD_NEXT, "realloc");
    return given(next(old, size), size);
}

#endif
