#include "base/file.h"
#include "base/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Four times what a pipe begins with. More takes its pages out of the cache before they are read. */
enum { WIDE_PIPE = 256 * 1024 };

ssize_t
file_read_some(int fd, void *bytes, size_t size)
{
    ssize_t got;

    do {
        got = read(fd, bytes, size);
    } while (got < 0 && errno == EINTR);
    return got;
}

void
file_widen_pipe(int fd)
{
    fcntl(fd, F_SETPIPE_SZ, WIDE_PIPE);
}

bool
file_write_all(int fd, const void *bytes, size_t len)
{
    const char *at = bytes;

    while (len > 0) {
        ssize_t written = write(fd, at, len);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        at += written;
        len -= (size_t)written;
    }
    return true;
}

/* Not every file system makes files without a name. */
static int
make_and_unlink(const char *dir)
{
    char path[PATH_MAX];
    int length = snprintf(path, sizeof path, "%s/huizong-XXXXXX", dir);
    if (length < 0 || (size_t)length >= sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    return fd;
}

int
file_temporary(Err *err)
{
    const char *dir = getenv("TMPDIR");
    dir = dir == NULL || dir[0] == '\0' ? "/tmp" : dir;
    int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0)
        fd = make_and_unlink(dir);
    if (fd < 0)
        err_set(err, ERR_IO, "could not make a temporary file in \"%s\": %m", dir);
    return fd;
}

/* Up to `room` bytes; fewer only at the file's end. -1 with errno. */
static ssize_t
read_up_to(int fd, char *bytes, size_t room)
{
    size_t len = 0;

    while (len < room) {
        ssize_t got = file_read_some(fd, bytes + len, room - len);

        if (got < 0)
            return -1;
        if (got == 0)
            break;
        len += (size_t)got;
    }
    return (ssize_t)len;
}

/* One byte more than the status says is asked for, so that a file that grew meanwhile is noticed. */
static bool
read_whole(int fd, const char *path, size_t ceiling, Arena *arena, Text *out, Err *err)
{
    struct stat status;
    size_t room;
    char *bytes;
    ssize_t len;

    if (fstat(fd, &status) != 0)
        return err_set(err, ERR_IO, "could not read file \"%s\": %m", path);
    if (!S_ISREG(status.st_mode))
        return err_set(err, ERR_NO_INPUT, "not a regular file: \"%s\"", path);
    if ((uint64_t)status.st_size > ceiling)
        return err_set(err, ERR_DATA, "file \"%s\" is larger than %zu bytes", path, ceiling);
    room = (size_t)status.st_size + 1;
    bytes = arena_alloc(arena, room);
    len = read_up_to(fd, bytes, room);
    if (len < 0)
        return err_set(err, ERR_IO, "could not read file \"%s\": %m", path);
    if ((size_t)len == room)
        return err_set(err, ERR_IO, "file \"%s\" grew while it was read", path);
    *out = (Text){bytes, (size_t)len};
    return true;
}

/* Where the system has no more files, memory or disk to give, the input need not be missing. */
static ErrCode
opening_failed(int number)
{
    return number == EMFILE || number == ENFILE || number == ENOMEM || number == EIO ? ERR_IO : ERR_NO_INPUT;
}

bool
file_read(const char *path, size_t ceiling, Arena *arena, Text *out, Err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    bool ok;

    if (fd < 0)
        return err_set(err, opening_failed(errno), "could not open file \"%s\": %m", path);
    ok = read_whole(fd, path, ceiling, arena, out, err);
    close(fd);
    return ok;
}

/* "dir/name" as "dir/" and "name"; "" is the working directory. */
static Text
folder_part(const char *path)
{
    const char *slash = strrchr(path, '/');

    return (Text){path, slash == NULL ? 0 : (size_t)(slash - path) + 1};
}

static char *
join(Text folder, const char *prefix, const char *name, const char *suffix)
{
    size_t size = folder.len + strlen(prefix) + strlen(name) + strlen(suffix) + 1;
    char *path = mem_alloc(size);

    snprintf(path, size, "%" TEXT_FMT "%s%s%s", TEXT_ARG(folder), prefix, name, suffix);
    return path;
}

static char *
part_name(const char *path)
{
    Text folder = folder_part(path);

    return join(folder, ".", path + folder.len, ".part");
}

bool
file_sync_close(int fd, const char *path, Err *err)
{
    bool ok = fsync(fd) == 0;

    if (!ok)
        err_set(err, ERR_IO, "could not sync \"%s\": %m", path);
    close(fd);
    return ok;
}

bool
file_sync_dir(const char *path, Err *err)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return err_set(err, ERR_IO, "could not open directory \"%s\": %m", path);
    return file_sync_close(fd, path, err);
}

bool
file_sync_parent(const char *path, Err *err)
{
    Text folder = folder_part(path);
    char *name = join(folder, "", folder.len == 0 ? "." : "", "");
    bool ok = file_sync_dir(name, err);

    mem_free(name);
    return ok;
}

bool
file_begin(AtomicFile *file, const char *path, mode_t mode, Err *err)
{
    *file = (AtomicFile){.fd = -1, .part = part_name(path), .path = join(TEXT(""), "", path, "")};
    /* What a killed run left under this name goes; O_EXCL then refuses a link that a stranger put there. */
    if (unlink(file->part) == 0 || errno == ENOENT)
        file->fd = open(file->part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (file->fd >= 0)
        return true;
    err_set(err, ERR_CANNOT_CREATE, "could not create file \"%s\": %m", file->part);
    file_abandon(file);
    return false;
}

static bool
close_synced(AtomicFile *file, Err *err)
{
    bool synced = fsync(file->fd) == 0;

    if (!synced)
        err_set(err, ERR_IO, "could not sync file \"%s\": %m", file->part);
    if (close(file->fd) != 0 && synced)
        synced = err_set(err, ERR_IO, "could not close file \"%s\": %m", file->part);
    file->fd = -1;
    return synced;
}

bool
file_commit(AtomicFile *file, Err *err)
{
    bool ok = false;

    if (!close_synced(file, err))
        goto done;
    if (rename(file->part, file->path) != 0) {
        err_set(err, ERR_CANNOT_CREATE, "could not rename \"%s\" to \"%s\": %m", file->part, file->path);
        goto done;
    }
    mem_free(file->part);
    file->part = NULL;
    ok = file_sync_parent(file->path, err);
done:
    file_abandon(file);
    return ok;
}

void
file_abandon(AtomicFile *file)
{
    int kept = errno;

    if (file->fd >= 0)
        close(file->fd);
    if (file->part != NULL)
        unlink(file->part);
    mem_free(file->part);
    mem_free(file->path);
    *file = (AtomicFile){.fd = -1};
    errno = kept;
}

bool
file_write(const char *path, Text bytes, mode_t mode, Err *err)
{
    AtomicFile file;

    if (!file_begin(&file, path, mode, err))
        return false;
    if (!file_write_all(file.fd, bytes.ptr, bytes.len)) {
        err_set(err, ERR_IO, "could not write file \"%s\": %m", file.part);
        file_abandon(&file);
        return false;
    }
    return file_commit(&file, err);
}

bool
file_replace_link(const char *link, const char *target, Err *err)
{
    char *part = part_name(link);
    bool ok = false;

    if (unlink(part) != 0 && errno != ENOENT)
        err_set(err, ERR_CANNOT_CREATE, "could not remove \"%s\": %m", part);
    else if (symlink(target, part) != 0)
        err_set(err, ERR_CANNOT_CREATE, "could not create link \"%s\": %m", part);
    else if (rename(part, link) != 0)
        err_set(err, ERR_CANNOT_CREATE, "could not rename \"%s\" to \"%s\": %m", part, link);
    else
        ok = file_sync_parent(link, err);
    mem_free(part);
    return ok;
}
