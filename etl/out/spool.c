#include "out/spool.h"

#include <errno.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

typedef struct Spool {
    int fd;
} Spool;

/*
 * Of all spools of the process: the writer copies the rows of a sheet from one into another and takes a fault for their end, so that the other looks
 * whole and lacks them.
 */
static bool lost;

/* 0 is a fault, by fopencookie(3). */
static ssize_t
spool_write(void *cookie, const char *bytes, size_t size)
{
    const Spool *spool = cookie;
    lost = lost || !file_write_all(spool->fd, bytes, size);
    return lost ? 0 : (ssize_t)size;
}

static ssize_t
spool_read(void *cookie, char *bytes, size_t size)
{
    const Spool *spool = cookie;
    ssize_t got = lost ? -1 : file_read_some(spool->fd, bytes, size);
    lost = got < 0;
    errno = lost ? EIO : errno;
    return got;
}

static int
spool_seek(void *cookie, off64_t *offset, int whence)
{
    const Spool *spool = cookie;
    off64_t at = lseek64(spool->fd, *offset, whence);
    if (at >= 0)
        *offset = at;
    return at < 0 ? -1 : 0;
}

static int
spool_close(void *cookie)
{
    Spool *spool = cookie;
    int result = close(spool->fd);
    mem_free(spool);
    return result;
}

FILE *
spool_open(void)
{
    Err ignored = {0};
    int fd = file_temporary(&ignored);
    if (fd < 0)
        return NULL;
    Spool *spool = mem_alloc(sizeof *spool);
    *spool = (Spool){.fd = fd};
    FILE *file = fopencookie(spool, "w+b", (cookie_io_functions_t){spool_read, spool_write, spool_seek, spool_close});
    if (file == NULL)
        spool_close(spool);
    return file;
}
