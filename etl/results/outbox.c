#include "results/outbox.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/tree.h"
#include "text/filename.h"

/* A run's own folder of data keeps nobody else from its outbox. */
static bool
take_lock(Outbox *outbox, Err *err)
{
    outbox->lock = open(outbox->cycle_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (outbox->lock < 0)
        return err_set(err, ERR_CANNOT_CREATE, "could not open outbox \"%s\": %m", outbox->cycle_dir);
    if (flock(outbox->lock, LOCK_EX | LOCK_NB) == 0)
        return true;
    bool busy = errno == EWOULDBLOCK;
    err_set(err, busy ? ERR_LOCKED : ERR_IO, "could not lock outbox \"%s\": %m", outbox->cycle_dir);
    close(outbox->lock);
    outbox->lock = -1;
    return false;
}

static void
release(Outbox *outbox)
{
    if (outbox->lock >= 0)
        close(outbox->lock);
    outbox->lock = -1;
}

bool
outbox_begin(Outbox *outbox, const char *root, const char *cycle, Text as_of, Arena *arena, Err *err)
{
    outbox->arena = arena;
    outbox->lock = -1;
    outbox->as_of = arena_string(arena, as_of);
    outbox->cycle_dir = arena_printf(arena, "%s/%s", root, cycle).ptr;
    outbox->building = arena_printf(arena, "%s/.building", outbox->cycle_dir).ptr;
    return tree_make(outbox->cycle_dir, 0750, err) && take_lock(outbox, err) && tree_remove(outbox->building, err) &&
           tree_make(outbox->building, 0750, err);
}

const char *
outbox_path(const Outbox *outbox, Text name)
{
    Text safe = filename_safe(name, outbox->arena);
    return arena_printf(outbox->arena, "%s/%" TEXT_FMT, outbox->building, TEXT_ARG(safe)).ptr;
}

const char *
outbox_unit_path(const Outbox *outbox, Text folder, Text name, Err *err)
{
    Text safe_folder = filename_safe(folder, outbox->arena);
    Text safe_name = filename_safe(name, outbox->arena);
    const char *dir = arena_printf(outbox->arena, "%s/units/%" TEXT_FMT, outbox->building, TEXT_ARG(safe_folder)).ptr;
    if (!tree_make(dir, 0750, err))
        return NULL;
    return arena_printf(outbox->arena, "%s/%" TEXT_FMT, dir, TEXT_ARG(safe_name)).ptr;
}

/* A target that cannot be read through counts as another state: it is replaced. */
static bool
same_state(const Outbox *outbox, const char *target, bool *same, Err *err)
{
    char built[HASH_HEX + 1];
    char standing[HASH_HEX + 1];
    struct stat status;
    Err ignored = {0};
    *same = false;
    if (lstat(target, &status) != 0 || !tree_digest(target, standing, outbox->arena, &ignored))
        return true;
    if (!tree_digest(outbox->building, built, outbox->arena, err))
        return false;
    *same = strcmp(built, standing) == 0;
    return true;
}

/* Where the link leads, if an outbox newer than this one stands there; else NULL. Names are clocks of one offset. */
static const char *
newer_than(const Outbox *outbox, const char *current)
{
    char name[NAME_MAX + 1];
    struct stat status;
    ssize_t len = readlink(current, name, sizeof name - 1);
    if (len < 0 || stat(current, &status) != 0 || !S_ISDIR(status.st_mode))
        return NULL;
    name[len] = '\0';
    return strcmp(name, outbox->as_of) > 0 ? arena_string(outbox->arena, text_of(name)) : NULL;
}

bool
outbox_publish(Outbox *outbox, bool superseded, Published *published, Err *err)
{
    const char *target = arena_printf(outbox->arena, "%s/%s", outbox->cycle_dir, outbox->as_of).ptr;
    const char *current = arena_printf(outbox->arena, "%s/current", outbox->cycle_dir).ptr;
    bool same;
    if (!same_state(outbox, target, &same, err))
        return false;
    if (same && !tree_remove(outbox->building, err))
        return false;
    if (!same && !(tree_sync(outbox->building, err) && tree_publish(outbox->building, target, err)))
        return false;
    *published = (Published){.changed = !same, .kept = superseded ? newer_than(outbox, current) : NULL};
    if (published->kept == NULL && !file_replace_link(current, outbox->as_of, err))
        return false;
    release(outbox);
    return true;
}

void
outbox_abandon(Outbox *outbox)
{
    Err ignored = {0};
    if (outbox->lock >= 0)
        tree_remove(outbox->building, &ignored);
    release(outbox);
}
