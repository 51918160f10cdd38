/*
 * LD_PRELOAD: one of the program's calls of the database, of files or of processes fails: the first from a place that $PLACES, a file, does not have yet.
 * A place is a call with the calls that led to it in the program; what libraries call themselves is not looked at. A statement fails since its connection
 * is really lost; another call fails without being made. $PLACES gets each place that was come to, $FIRED, a file too, a line with the name of the call that failed.
 * EVERY and FROM: only each so many-th place fails, the others are passed by.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <libpq-fe.h>
#include <link.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FRAMES = 12, PLACES = 1 << 14 };

static bool looking, over, failed;
static int places_fd = -1, fired_fd = -1;
static uint64_t every = 1, from;
static uintptr_t program_begin, program_end;
static uint64_t places[PLACES];

static int
find_program(struct dl_phdr_info *info, size_t size, void *data)
{
    (void)size;
    (void)data;
    program_begin = info->dlpi_addr;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        uintptr_t end = info->dlpi_addr + header->p_vaddr + header->p_memsz;
        if (header->p_type == PT_LOAD && end > program_end)
            program_end = end;
    }
    return 1; /* the first is the program */
}

static bool
is_new(uint64_t place)
{
    size_t at = place % PLACES;
    while (places[at] != 0 && places[at] != place)
        at = (at + 1) % PLACES;
    bool new = places[at] == 0;
    places[at] = place;
    return new;
}

static uint64_t
number_of(const char *variable, uint64_t otherwise)
{
    const char *value = getenv(variable);
    return value == NULL ? otherwise : strtoull(value, NULL, 10);
}

/* All files are opened before a reader shuts itself in, and backtrace() loads a library when it is first called. */
__attribute__((constructor)) static void
read_order(void)
{
    void *frames[FRAMES];
    uint64_t place;
    looking = true;
    dl_iterate_phdr(find_program, NULL);
    backtrace(frames, FRAMES);
    every = number_of("EVERY", 1);
    from = number_of("FROM", 0);
    const char *places_path = getenv("PLACES"), *fired_path = getenv("FIRED");
    if (places_path != NULL && fired_path != NULL) {
        places_fd = open(places_path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
        fired_fd = open(fired_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    }
    while (read(places_fd, &place, sizeof place) == sizeof place)
        is_new(place);
    looking = false;
}

static bool
is_ours(void *address)
{
    return (uintptr_t)address >= program_begin && (uintptr_t)address < program_end;
}

static uint64_t
place_of_call(void)
{
    void *frames[FRAMES];
    uint64_t place = 14695981039346656037u;
    int count = backtrace(frames, FRAMES);
    for (int i = 0; i < count; i++)
        if (is_ours(frames[i]))
            place = (place ^ ((uintptr_t)frames[i] - program_begin)) * 1099511628211u;
    return place | 1;
}

static void
tell(int fd, const void *what, size_t len)
{
    if (write(fd, what, len) != (ssize_t)len)
        abort();
}

/* One in a process, and in what it forked before. */
static bool
is_its_turn(const char *call)
{
    uint64_t place = place_of_call();
    if (!is_new(place))
        return false;
    tell(places_fd, &place, sizeof place);
    failed = (place >> 8) % every == from % every;
    if (failed) {
        tell(fired_fd, call, strlen(call));
        tell(fired_fd, "\n", 1);
    }
    return failed;
}

static bool
fails(const char *call, void *caller, int why)
{
    if (places_fd < 0 || looking || over || failed || !is_ours(caller))
        return false;
    looking = true;
    bool now = is_its_turn(call);
    looking = false;
    if (now)
        errno = why;
    return now;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAILS(name, why) fails(#name, __builtin_return_address(0), why)
#define FAILING(type, name, parameters, arguments, why, failure)                                                       \
    type name parameters                                                                                               \
    {                                                                                                                  \
        return FAILS(name, why) ? (failure) : REAL(name) arguments;                                                    \
    }

#define STATEMENT(type, name, parameters, arguments)                                                                   \
    type name parameters                                                                                               \
    {                                                                                                                  \
        if (FAILS(name, ECONNRESET))                                                                                   \
            shutdown(PQsocket(connection), SHUT_RDWR);                                                                 \
        return REAL(name) arguments;                                                                                   \
    }

STATEMENT(PGresult *, PQexec, (PGconn * connection, const char *sql), (connection, sql))
STATEMENT(int, PQputCopyData, (PGconn * connection, const char *bytes, int size), (connection, bytes, size))
STATEMENT(int, PQputCopyEnd, (PGconn * connection, const char *message), (connection, message))

/* A lock that is not let go goes with the session, and so does what is to be rolled back. */
static bool
needs_answer(const char *sql)
{
    return strstr(sql, "unlock") == NULL && strstr(sql, "rollback") == NULL;
}

PGresult *
PQexecParams(PGconn *connection, const char *sql, int count, const Oid *types, const char *const *values,
             const int *lengths, const int *formats, int format)
{
    if (needs_answer(sql) && FAILS(PQexecParams, ECONNRESET))
        shutdown(PQsocket(connection), SHUT_RDWR);
    return REAL(PQexecParams)(connection, sql, count, types, values, lengths, formats, format);
}

FAILING(FILE *, fopen, (const char *path, const char *mode), (path, mode), EMFILE, NULL)
FAILING(FILE *, fdopen, (int fd, const char *mode), (fd, mode), EMFILE, NULL)
FAILING(int, fflush, (FILE * file), (file), ENOSPC, EOF)
FAILING(int, fsync, (int fd), (fd), EIO, -1)
FAILING(int, mkdir, (const char *path, mode_t mode), (path, mode), EACCES, -1)
FAILING(int, mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode), ENOSPC, -1)
FAILING(int, rename, (const char *from, const char *to), (from, to), EACCES, -1)
FAILING(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to), EACCES, -1)
FAILING(int, symlink, (const char *to, const char *path), (to, path), EACCES, -1)
FAILING(int, unlink, (const char *path), (path), EIO, -1)
FAILING(int, unlinkat, (int folder, const char *path, int flags), (folder, path, flags), EIO, -1)
FAILING(int, fchmod, (int fd, mode_t mode), (fd, mode), EPERM, -1)
FAILING(int, flock, (int fd, int how), (fd, how), EIO, -1)
FAILING(int, dup, (int fd), (fd), EMFILE, -1)
FAILING(int, pipe2, (int ends[2], int flags), (ends, flags), EMFILE, -1)
FAILING(int, memfd_create, (const char *name, unsigned flags), (name, flags), EMFILE, -1)
FAILING(int, mkostemp64, (char *path, int flags), (path, flags), ENOSPC, -1)
FAILING(int, fstat64, (int fd, struct stat64 *out), (fd, out), EIO, -1)
FAILING(int, stat64, (const char *path, struct stat64 *out), (path, out), EIO, -1)
FAILING(int, lstat64, (const char *path, struct stat64 *out), (path, out), EIO, -1)
FAILING(int, fstatat64, (int folder, const char *path, struct stat64 *out, int flags), (folder, path, out, flags), EIO,
        -1)
FAILING(DIR *, fdopendir, (int fd), (fd), EIO, NULL)
FAILING(ssize_t, readlink, (const char *path, char *to, size_t size), (path, to, size), EIO, -1)
FAILING(ssize_t, read, (int fd, void *bytes, size_t size), (fd, bytes, size), EIO, -1)
FAILING(ssize_t, pread64, (int fd, void *bytes, size_t size, off64_t at), (fd, bytes, size, at), EIO, -1)
FAILING(ssize_t, write, (int fd, const void *bytes, size_t size), (fd, bytes, size), ENOSPC, -1)
FAILING(off64_t, lseek64, (int fd, off64_t at, int from), (fd, at, from), EIO, -1)
FAILING(void *, mmap64, (void *at, size_t size, int protect, int flags, int fd, off64_t from),
        (at, size, protect, flags, fd, from), ENOMEM, MAP_FAILED)
FAILING(pid_t, fork, (void), (), EAGAIN, -1)
FAILING(char *, realpath, (const char *path, char *out), (path, out), EIO, NULL)

/* What it held is lost: the file is closed all the same. */
int
fclose(FILE *file)
{
    bool now = FAILS(fclose, ENOSPC);
    int status = REAL(fclose)(file);
    if (now)
        errno = ENOSPC;
    return now ? EOF : status;
}

/* Counters of coverage are written when the program is over. */
static bool
ends(const char *path)
{
    size_t len = strlen(path);
    if (len > 5 && strcmp(path + len - 5, ".gcda") == 0)
        over = true;
    return over;
}

static mode_t
mode_of(int flags, va_list rest)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
}

int
open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return !ends(path) && FAILS(open64, EMFILE) ? -1 : REAL(open64)(path, flags, mode);
}

int
open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return !ends(path) && FAILS(open, EMFILE) ? -1 : REAL(open)(path, flags, mode);
}

int
openat64(int folder, const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return FAILS(openat64, EMFILE) ? -1 : REAL(openat64)(folder, path, flags, mode);
}
