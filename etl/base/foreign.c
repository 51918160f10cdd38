#include "base/foreign.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/err.h"

#ifdef __has_feature
#define SANITIZED __has_feature(address_sanitizer)
#elif defined __SANITIZE_ADDRESS__
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

_Noreturn void
mem_end(void)
{
    static const char line[] = "out of memory\n";
    ssize_t written = write(STDERR_FILENO, line, sizeof line - 1);

    (void)written;
    _Exit(ERR_IO);
}

#if SANITIZED

void
foreign_needs_memory(void)
{
}

#else

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>

static bool needed;

void
foreign_needs_memory(void)
{
    needed = true;
}

static void *
given(void *memory, bool asked)
{
    if (memory == NULL && asked && needed)
        mem_end();
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
    return given(next(size), true);
}

void *
calloc(size_t count, size_t size)
{
    static Calloc *next;
    if (next == NULL)
        next = (Calloc *)dlsym(RTLD_NEXT, "calloc");
    return given(next(count, size), true);
}

/* With a size of 0 it frees, and NULL is no want. */
void *
realloc(void *old, size_t size)
{
    static Realloc *next;
    if (next == NULL)
        next = (Realloc *)dlsym(RTLD_NEXT, "realloc");
    return given(next(old, size), size > 0);
}

#endif
