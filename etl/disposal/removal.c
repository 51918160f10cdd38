#include "disposal/removal.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/archived.h"
#include "base/file.h"
#include "base/tree.h"
#include "disposal/leftover.h"
#include "disposal/walk.h"

enum { OPEN_FOLDER = 0755, CLOSED_FOLDER = 0555, CLOSED_FILE = 0444, RECORD_MAX = 1 << 30 };

/* A package that was closed and never shown lies in a closed folder. */
static bool
open_parent(const char *path)
{
    Arena *arena = arena_new();
    Text folder = walk_parent(text_of(path));
    bool ok = chmod(arena_string(arena, folder), OPEN_FOLDER) == 0;

    arena_free(arena);
    return ok;
}

static bool
remove_file(const char *path, Err *err)
{
    bool gone = unlink(path) == 0;

    if (!gone && errno == EACCES && open_parent(path))
        gone = unlink(path) == 0;
    if (!gone)
        return errno == ENOENT || errno == ENOTDIR || err_set(err, ERR_IO, "could not remove \"%s\": %m", path);
    return file_sync_parent(path, err);
}

/* A final package is closed to everyone, and says itself what it no longer has. The archive's bytes of it may have come for another cycle as well. */
static bool
remove_from_package(const RemovalPlace *place, const PlanItem *item, Arena *arena, Err *err)
{
    Text record;
    Text folder = walk_parent(item->name);
    const char *package = arena_printf(arena, "%s/%" TEXT_FMT, place->at.outbox, TEXT_ARG(folder)).ptr;
    const char *note = arena_printf(arena, "%s/%s", package, place->note).ptr;
    struct stat status;

    if (stat(package, &status) != 0)
        return errno == ENOENT || err_set(err, ERR_IO, "could not look at \"%s\": %m", package);
    if (chmod(package, OPEN_FOLDER) != 0)
        return err_set(err, ERR_IO, "could not open \"%s\": %m", package);
    bool ok = file_read(place->record, RECORD_MAX, arena, &record, err) && file_write(note, record, CLOSED_FILE, err) &&
              remove_file(arena_printf(arena, "%s/%" TEXT_FMT, place->at.outbox, TEXT_ARG(item->name)).ptr, err) &&
              (text_equal(item->action, TEXT("removed_here")) ||
               remove_file(archived_path(place->at.archive, item->sha256, arena), err));
    return chmod(package, CLOSED_FOLDER) == 0 ? ok : err_set(err, ERR_IO, "could not close \"%s\": %m", package);
}

static bool
remove_item(const RemovalPlace *place, const PlanItem *item, Arena *arena, Err *err)
{
    if (!plan_is_removed(item))
        return true;
    if (text_equal(item->part, TEXT("archive")) || text_equal(item->part, TEXT("result")) ||
        text_equal(item->action, TEXT("removed_away")))
        return remove_file(archived_path(place->at.archive, item->sha256, arena), err);
    if (text_equal(item->part, TEXT("package")))
        return remove_from_package(place, item, arena, err);
    const char *root = place->at.outbox;
    if (text_equal(item->part, TEXT("unclaimed")))
        root = place->at.archive;
    if (text_equal(item->part, TEXT("leftover")))
        root = place->at.data;
    return remove_file(arena_printf(arena, "%s/%" TEXT_FMT, root, TEXT_ARG(item->name)).ptr, err);
}

/* Folders that have nothing left, from the bottom up; a link that leads nowhere any more. */
static bool
remove_empty(const char *path, Arena *arena, Err *err)
{
    const char **names;
    size_t count;
    struct stat status;

    if (lstat(path, &status) != 0)
        return errno == ENOENT || err_set(err, ERR_IO, "could not look at \"%s\": %m", path);
    if (S_ISLNK(status.st_mode))
        return stat(path, &status) == 0 || remove_file(path, err);
    if (!S_ISDIR(status.st_mode))
        return true;
    if (!tree_names(path, arena, &names, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!remove_empty(arena_printf(arena, "%s/%s", path, names[i]).ptr, arena, err))
            return false;
    return rmdir(path) == 0 || errno == ENOTEMPTY || errno == EEXIST ||
           err_set(err, ERR_IO, "could not remove folder \"%s\": %m", path);
}

bool
removal_run(const RemovalPlace *place, const Plan *plan, Text cycle, Err *err)
{
    Arena *arena = arena_new();
    bool ok = true;

    for (size_t i = 0; ok && i < plan->count; i++) {
        ok = remove_item(place, &plan->items[i], arena, err);
        arena_reset(arena);
    }
    /* twice: the link to the newest is looked at before what it leads to */
    const char *const folders[] = {
        arena_printf(arena, "%s/%" TEXT_FMT, place->at.outbox, TEXT_ARG(cycle)).ptr,
        arena_printf(arena, "%s/%" TEXT_FMT, place->at.outbox, TEXT_ARG(cycle)).ptr,
        arena_printf(arena, "%s/ministry/.building-%" TEXT_FMT, place->at.outbox, TEXT_ARG(cycle)).ptr,
        arena_printf(arena, "%s/" LEFTOVER_WORK, place->at.data).ptr,
    };
    for (size_t i = 0; ok && i < sizeof folders / sizeof *folders; i++)
        ok = remove_empty(folders[i], arena, err);
    arena_free(arena);
    return ok;
}
