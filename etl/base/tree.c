#include "base/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* Directories deeper than this are not ours. */
enum { DEPTH_MAX = 64 };

bool
tree_make(const char *path, mode_t mode, Err *err)
{
    size_t len = strlen(path);
    char *partial = mem_alloc(len + 1);
    struct stat status;
    bool ok = true;

    memcpy(partial, path, len + 1);
    for (size_t i = 1; i <= len && ok; i++) {
        if (partial[i] != '/' && partial[i] != '\0')
            continue;
        partial[i] = '\0';
        if (mkdir(partial, mode) != 0 && errno != EEXIST)
            ok = err_set(err, ERR_CANNOT_CREATE, "could not create directory \"%s\": %m", partial);
        if (i < len)
            partial[i] = '/';
    }
    if (ok && (stat(path, &status) != 0 || !S_ISDIR(status.st_mode)))
        ok = err_set(err, ERR_CANNOT_CREATE, "not a directory: \"%s\"", path);
    mem_free(partial);
    return ok;
}

/* What a walk does with each entry; `fd` is the directory that holds it. */
typedef bool
Visit(int fd, const char *name, bool is_directory, Err *err);

static bool
walk(int parent, const char *name, Visit *visit, int depth, Err *err);

/* Visits one entry, what is below it first. */
static bool
walk_entry(int fd, const char *name, Visit *visit, int depth, Err *err)
{
    struct stat status;
    bool is_directory;

    if (fstatat(fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return err_set(err, ERR_IO, "could not read \"%s\": %m", name);
    is_directory = S_ISDIR(status.st_mode);
    if (is_directory && !walk(fd, name, visit, depth + 1, err))
        return false;
    return visit(fd, name, is_directory, err);
}

static bool
walk_entries(DIR *directory, const char *name, Visit *visit, int depth, Err *err)
{
    for (;;) {
        struct dirent *entry;

        errno = 0;
        entry = readdir(directory);
        if (entry == NULL)
            return errno == 0 || err_set(err, ERR_IO, "could not read directory \"%s\": %m", name);
        if (text_equal(text_of(entry->d_name), TEXT(".")) || text_equal(text_of(entry->d_name), TEXT("..")))
            continue;
        if (!walk_entry(dirfd(directory), entry->d_name, visit, depth, err))
            return false;
    }
}

static bool
walk(int parent, const char *name, Visit *visit, int depth, Err *err)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *directory;
    bool ok;

    if (fd < 0)
        return err_set(err, ERR_IO, "could not open directory \"%s\": %m", name);
    directory = depth > DEPTH_MAX ? NULL : fdopendir(fd);
    if (directory == NULL) {
        close(fd);
        return err_set(err, ERR_IO, "could not read directory \"%s\"", name);
    }
    ok = walk_entries(directory, name, visit, depth, err);
    closedir(directory);
    return ok;
}

static bool
visit_to_remove(int fd, const char *name, bool is_directory, Err *err)
{
    if (unlinkat(fd, name, is_directory ? AT_REMOVEDIR : 0) != 0)
        return err_set(err, ERR_IO, "could not remove \"%s\": %m", name);
    return true;
}

static bool
visit_to_sync(int fd, const char *name, bool is_directory, Err *err)
{
    int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (is_directory ? O_DIRECTORY : 0);
    int entry = openat(fd, name, flags);

    /* A symlink holds no bytes of its own: its directory's fsync keeps it. */
    if (entry < 0 && errno == ELOOP)
        return true;
    if (entry < 0)
        return err_set(err, ERR_IO, "could not open \"%s\": %m", name);
    return file_sync_close(entry, name, err);
}

bool
tree_sync(const char *path, Err *err)
{
    return walk(AT_FDCWD, path, visit_to_sync, 0, err) && file_sync_dir(path, err);
}

bool
tree_remove(const char *path, Err *err)
{
    struct stat status;

    if (lstat(path, &status) != 0 && errno == ENOENT)
        return true;
    return walk_entry(AT_FDCWD, path, visit_to_remove, 0, err);
}

bool
tree_publish(const char *finished, const char *target, Err *err)
{
    struct stat status;

    if (lstat(target, &status) == 0) {
        if (renameat2(AT_FDCWD, finished, AT_FDCWD, target, RENAME_EXCHANGE) != 0)
            return err_set(err, ERR_CANNOT_CREATE, "could not exchange \"%s\" with \"%s\": %m", finished, target);
        return file_sync_parent(target, err) && tree_remove(finished, err);
    }
    if (errno != ENOENT || rename(finished, target) != 0)
        return err_set(err, ERR_CANNOT_CREATE, "could not rename \"%s\" to \"%s\": %m", finished, target);
    return file_sync_parent(target, err);
}

static int
by_bytes(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

static int
not_a_dot(const struct dirent *entry)
{
    return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

bool
tree_names(const char *path, Arena *arena, const char ***names, size_t *count, Err *err)
{
    struct dirent **entries;
    int found = scandir(path, &entries, not_a_dot, by_bytes);
    if (found < 0)
        return err_set(err, ERR_IO, "could not read directory \"%s\": %m", path);
    *count = (size_t)found;
    *names = arena_array(arena, *count, sizeof **names);
    for (size_t i = 0; i < *count; i++) {
        (*names)[i] = arena_string(arena, text_of(entries[i]->d_name));
        free(entries[i]);
    }
    free(entries);
    return true;
}

static bool
hash_entry(const char *path, Hash *hash, Arena *arena, Err *err);

static bool
hash_dir(const char *path, Hash *hash, Arena *arena, Err *err)
{
    const char **names = NULL;
    size_t count = 0;
    if (!tree_names(path, arena, &names, &count, err))
        return false;
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        hash_add(hash, names[i], strlen(names[i]) + 1);
        ok = ok && hash_entry(arena_printf(arena, "%s/%s", path, names[i]).ptr, hash, arena, err);
    }
    hash_add(hash, "/", 2);
    return ok;
}

static bool
hash_entry(const char *path, Hash *hash, Arena *arena, Err *err)
{
    struct stat status;
    char digest[HASH_HEX + 1];
    if (lstat(path, &status) != 0)
        return err_set(err, ERR_IO, "could not look at \"%s\": %m", path);
    if (S_ISDIR(status.st_mode))
        return hash_dir(path, hash, arena, err);
    if (!S_ISREG(status.st_mode))
        return err_set(err, ERR_DATA, "neither file nor directory: \"%s\"", path);
    if (!hash_file(path, digest, err))
        return false;
    hash_add(hash, digest, HASH_HEX);
    return true;
}

bool
tree_digest(const char *path, char digest[HASH_HEX + 1], Arena *arena, Err *err)
{
    Hash *hash = hash_new();
    bool ok = hash_dir(path, hash, arena, err);
    hash_end(hash, digest);
    return ok;
}
