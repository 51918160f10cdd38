#include "base/archived.h"

#include "base/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

const char *
archived_path(const char *archive, Text sha256, Arena *arena)
{
    return arena_printf(arena, "%s/%.2s/%" TEXT_FMT, archive, sha256.ptr, TEXT_ARG(sha256)).ptr;
}

/* What a file that cannot be opened is: a link is none of ours, and a bad disk is damage. */
static bool
not_opened(const char *path, ArchivedState *state, Err *err)
{
    *state = errno == ENOENT ? ARCHIVED_GONE : ARCHIVED_DAMAGED;
    return errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == ENXIO || errno == EIO ||
           err_set(err, ERR_IO, "could not open file \"%s\": %m", path);
}

bool
archived_look(int root, const char *path, Text sha256, ArchivedState *state, Err *err)
{
    char digest[HASH_HEX + 1];
    struct stat status;
    Err unread = {0};
    int fd = openat(root, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return not_opened(path, state, err);
    bool whole = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && hash_open(fd, path, digest, &unread) &&
                 text_equal(text_of(digest), sha256);
    *state = whole ? ARCHIVED_WHOLE : ARCHIVED_DAMAGED;
    close(fd);
    return true;
}

bool
archived_state(const char *archive, Text sha256, Arena *arena, ArchivedState *state, Err *err)
{
    return archived_look(AT_FDCWD, archived_path(archive, sha256, arena), sha256, state, err);
}

bool
archived_prove(int fd, const char *path, Text sha256, Err *err)
{
    char digest[HASH_HEX + 1];
    if (!hash_open(fd, path, digest, err))
        return false;
    if (!text_equal(text_of(digest), sha256))
        return err_set(err, ERR_DATA, "file \"%s\" has other bytes than it had when it was archived", path);
    return lseek(fd, 0, SEEK_SET) == 0 || err_set(err, ERR_IO, "could not read file \"%s\": %m", path);
}
