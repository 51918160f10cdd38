#include "intake/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/archived.h"
#include "base/file.h"
#include "base/tree.h"

enum { BLOCK = 1 << 17, FOLDER_NAME = 3, FILED_NAME = FOLDER_NAME + HASH_HEX + 1 };

/* Of .part-CYCLE.PID.N by its end behind the cycle: the process that writes it is gone. */
static bool
is_left_over(Text owner)
{
    uint64_t pid = 0;
    size_t dot = text_find(owner, TEXT("."), 1);
    bool told = text_starts_with(owner, TEXT(".")) && text_read_count(text_sub(owner, 1, dot - 1), &pid);
    return !told || pid == 0 || pid > INT_MAX || (kill((pid_t)pid, 0) != 0 && errno == ESRCH);
}

/* What killed runs of the cycle left; other runs may be at work. */
static bool
remove_left_over(const Archive *archive, Text prefix, Arena *arena, Err *err)
{
    const char **names;
    size_t count;
    if (!tree_names(archive->path, arena, &names, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        Text name = text_of(names[i]);
        Text owner = text_sub(name, prefix.len, name.len);
        bool of_cycle = text_starts_with(name, prefix) && (owner.len == 0 || owner.ptr[0] == '.');
        if (of_cycle && is_left_over(owner))
            unlinkat(archive->root, names[i], 0);
    }
    return true;
}

bool
archive_open(const char *path, Text cycle, Arena *arena, Archive *out, Err *err)
{
    *out = (Archive){.root = -1, .part = -1, .path = path};
    if (!tree_make(path, 0750, err))
        return false;
    out->root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (out->root < 0)
        return err_set(err, ERR_CANNOT_CREATE, "could not open archive \"%s\": %m", path);
    if (flock(out->root, LOCK_SH | LOCK_NB) != 0)
        return err_set(err, errno == EWOULDBLOCK ? ERR_LOCKED : ERR_IO, "people's data are being disposed of in \"%s\"",
                       path);
    static unsigned opened;
    Text prefix = arena_printf(arena, ".part-%" TEXT_FMT, TEXT_ARG(cycle));
    out->part_name = arena_printf(arena, "%" TEXT_FMT ".%d.%u", TEXT_ARG(prefix), (int)getpid(), opened++).ptr;
    return remove_left_over(out, prefix, arena, err);
}

void
archive_close(Archive *archive)
{
    archive_drop(archive);
    if (archive->root >= 0)
        close(archive->root);
    archive->root = -1;
}

void
archive_drop(Archive *archive)
{
    if (archive->part < 0)
        return;
    close(archive->part);
    unlinkat(archive->root, archive->part_name, 0);
    archive->part = -1;
}

static ArchiveCopy
copy_blocks(Archive *archive, int fd, Hash *hash, int64_t *size, Err *err)
{
    char block[BLOCK];
    ssize_t got;
    *size = 0;
    while ((got = file_read_some(fd, block, sizeof(block))) > 0) {
        hash_add(hash, block, (size_t)got);
        *size += got;
        if (!file_write_all(archive->part, block, (size_t)got)) {
            err_set(err, ERR_IO, "could not write to archive \"%s\": %m", archive->path);
            return ARCHIVE_FAULT;
        }
    }
    return got == 0 ? ARCHIVE_COPIED : ARCHIVE_SOURCE_BAD;
}

ArchiveCopy
archive_copy(Archive *archive, int fd, char sha256[HASH_HEX + 1], int64_t *size, Err *err)
{
    const int flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC;
    archive->part = openat(archive->root, archive->part_name, flags, 0640);
    if (archive->part < 0) {
        err_set(err, ERR_CANNOT_CREATE, "could not create a file in archive \"%s\": %m", archive->path);
        return ARCHIVE_FAULT;
    }
    Hash *hash = hash_new();
    ArchiveCopy result = copy_blocks(archive, fd, hash, size, err);
    hash_end(hash, sha256);
    if (result != ARCHIVE_COPIED)
        archive_drop(archive);
    return result;
}

/* What was filed was fsynced before it got its name; but disks fail, and hands reach everywhere. What cannot be looked at is written anew. */
static ArchivedState
look(const Archive *archive, const char *name, const char *sha256)
{
    ArchivedState state;
    Err ignored = {0};
    archived_look(archive->root, name, text_of(sha256), &state, &ignored);
    return state;
}

static void
name_of(const char *sha256, char name[FILED_NAME + 1])
{
    snprintf(name, FILED_NAME + 1, "%.2s/%s", sha256, sha256);
}

bool
archive_has(const Archive *archive, const char *sha256, int64_t size, bool whole)
{
    char name[FILED_NAME + 1];
    struct stat status;
    name_of(sha256, name);
    return fstatat(archive->root, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode) &&
           status.st_size == size && (!whole || look(archive, name, sha256) == ARCHIVED_WHOLE);
}

/* An empty folder of that name gives way as a damaged file does. */
static bool
name_part(const Archive *archive, const char *name)
{
    if (renameat(archive->root, archive->part_name, archive->root, name) == 0)
        return true;
    return errno == EISDIR && unlinkat(archive->root, name, AT_REMOVEDIR) == 0 &&
           renameat(archive->root, archive->part_name, archive->root, name) == 0;
}

static bool
file_part(Archive *archive, const char *folder, const char *name, Err *err)
{
    if (mkdirat(archive->root, folder, 0750) != 0 && errno != EEXIST)
        return err_set(err, ERR_CANNOT_CREATE, "could not create folder \"%s/%s\": %m", archive->path, folder);
    if (fchmod(archive->part, 0440) != 0 || fsync(archive->part) != 0)
        return err_set(err, ERR_IO, "could not write to archive \"%s\": %m", archive->path);
    if (!name_part(archive, name))
        return err_set(err, ERR_CANNOT_CREATE, "could not file \"%s/%s\": %m", archive->path, name);
    int fd = openat(archive->root, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0 && fsync(archive->root) == 0;
    if (fd >= 0)
        close(fd);
    return ok || err_set(err, ERR_IO, "could not write folder \"%s/%s\": %m", archive->path, folder);
}

bool
archive_keep(Archive *archive, const char *sha256, ArchiveFiled *filed, Err *err)
{
    static const ArchiveFiled done[] = {
        [ARCHIVED_WHOLE] = ARCHIVE_HAD_IT, [ARCHIVED_DAMAGED] = ARCHIVE_MENDED, [ARCHIVED_GONE] = ARCHIVE_FILED};
    char folder[FOLDER_NAME];
    char name[FILED_NAME + 1];
    snprintf(folder, sizeof(folder), "%.2s", sha256);
    name_of(sha256, name);
    *filed = done[look(archive, name, sha256)];
    bool ok = *filed == ARCHIVE_HAD_IT || file_part(archive, folder, name, err);
    archive_drop(archive);
    return ok;
}

bool
archive_file(Archive *archive, const char *path, const char *expected, Err *err)
{
    char sha256[HASH_HEX + 1];
    int64_t size;
    ArchiveFiled filed;
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return err_set(err, ERR_IO, "could not open file \"%s\": %m", path);
    ArchiveCopy copied = archive_copy(archive, fd, sha256, &size, err);
    close(fd);
    if (copied == ARCHIVE_SOURCE_BAD)
        return err_set(err, ERR_IO, "could not read file \"%s\"", path);
    if (copied == ARCHIVE_COPIED && expected != NULL && strcmp(sha256, expected) != 0)
        return err_set(err, ERR_DATA, "file \"%s\" changes while it is archived", path);
    return copied == ARCHIVE_COPIED && archive_keep(archive, sha256, &filed, err);
}
