#include "ministry/shelf.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/tree.h"

enum { FILE_RIGHTS = 0440, FOLDER_RIGHTS = 0550, BUILDING_RIGHTS = 0750 };

bool
shelf_open(Shelf *shelf, const char *outbox, Text cycle, Arena *arena, Err *err)
{
    *shelf = (Shelf){.cycle = cycle, .lock = -1, .arena = arena};
    shelf->path = arena_printf(arena, "%s/ministry", outbox).ptr;
    shelf->building = arena_printf(arena, "%s/.building-%" TEXT_FMT, shelf->path, TEXT_ARG(cycle)).ptr;
    if (!tree_make(shelf->path, BUILDING_RIGHTS, err))
        return false;
    shelf->lock = open(shelf->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (shelf->lock < 0)
        return err_set(err, ERR_CANNOT_CREATE, "could not open \"%s\": %m", shelf->path);
    if (flock(shelf->lock, LOCK_EX | LOCK_NB) == 0)
        return true;
    if (errno == EWOULDBLOCK)
        return err_set(err, ERR_LOCKED,
                       "another final package is being made in \"%s\"：另一份正式上报材料正在生成，待其完成后再运行",
                       shelf->path);
    return err_set(err, ERR_IO, "could not lock \"%s\": %m", shelf->path);
}

void
shelf_close(Shelf *shelf)
{
    if (shelf->lock >= 0)
        close(shelf->lock);
    shelf->lock = -1;
}

/* N of "<cycle>-vN", as shelf_folder writes it; else 0. */
static uint64_t
version_of(const Shelf *shelf, Text name)
{
    Text prefix = arena_printf(shelf->arena, "%" TEXT_FMT "-v", TEXT_ARG(shelf->cycle));
    Text digits = text_sub(name, prefix.len, SIZE_MAX);
    uint64_t version;
    bool ok = text_starts_with(name, prefix) && text_read_count(digits, &version) && digits.ptr[0] != '0';
    return ok ? version : 0;
}

bool
shelf_newest(const Shelf *shelf, uint64_t *version, Err *err)
{
    DIR *folder = opendir(shelf->path);
    if (folder == NULL)
        return err_set(err, ERR_IO, "could not read directory \"%s\": %m", shelf->path);
    struct dirent *entry;
    *version = 0;
    errno = 0;
    while ((entry = readdir(folder)) != NULL) {
        uint64_t found = version_of(shelf, text_of(entry->d_name));
        *version = found > *version ? found : *version;
    }
    bool ok = errno == 0 || err_set(err, ERR_IO, "could not read directory \"%s\": %m", shelf->path);
    closedir(folder);
    return ok;
}

const char *
shelf_folder(const Shelf *shelf, uint64_t version)
{
    return arena_printf(shelf->arena, "%s/%" TEXT_FMT "-v%" PRIu64, shelf->path, TEXT_ARG(shelf->cycle), version).ptr;
}

bool
shelf_clear(const Shelf *shelf, Err *err)
{
    if (chmod(shelf->building, BUILDING_RIGHTS) != 0 && errno != ENOENT)
        return err_set(err, ERR_IO, "could not clear \"%s\": %m", shelf->building);
    return tree_remove(shelf->building, err);
}

bool
shelf_begin(const Shelf *shelf, Err *err)
{
    return shelf_clear(shelf, err) && tree_make(shelf->building, BUILDING_RIGHTS, err);
}

static bool
protect_files(const Shelf *shelf, Err *err)
{
    DIR *folder = opendir(shelf->building);
    if (folder == NULL)
        return err_set(err, ERR_IO, "could not read directory \"%s\": %m", shelf->building);
    struct dirent *entry;
    bool ok = true;
    while (ok && (entry = readdir(folder)) != NULL)
        if (entry->d_type != DT_DIR && fchmodat(dirfd(folder), entry->d_name, FILE_RIGHTS, 0) != 0)
            ok = err_set(err, ERR_IO, "could not make \"%s/%s\" read-only: %m", shelf->building, entry->d_name);
    closedir(folder);
    return ok;
}

bool
shelf_publish(const Shelf *shelf, uint64_t version, Err *err)
{
    const char *folder = shelf_folder(shelf, version);
    if (!protect_files(shelf, err))
        return false;
    if (chmod(shelf->building, FOLDER_RIGHTS) != 0)
        return err_set(err, ERR_IO, "could not make \"%s\" read-only: %m", shelf->building);
    if (!tree_sync(shelf->building, err))
        return false;
    if (renameat2(AT_FDCWD, shelf->building, AT_FDCWD, folder, RENAME_NOREPLACE) != 0)
        return err_set(err, ERR_CANNOT_CREATE, "could not rename \"%s\" to \"%s\": %m", shelf->building, folder);
    return file_sync_parent(folder, err);
}
