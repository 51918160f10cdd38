/* Preloaded: the N-th malloc, calloc or realloc of a process, counted from its start, and each one after it, finds no memory (NO_MEMORY=N). */
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static atomic_long calls;
static long last;

__attribute__((constructor)) static void
begin(void)
{
    const char *given = getenv("NO_MEMORY");
    last = given == NULL ? 0 : strtol(given, NULL, 10);
    calls = 0;
}

static int
is_gone(void)
{
    if (last == 0 || atomic_fetch_add(&calls, 1) + 1 < last)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *
malloc(size_t size)
{
    return is_gone() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
    return is_gone() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
    return is_gone() ? NULL : __libc_realloc(old, size);
}
