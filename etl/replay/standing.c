#include "replay/standing.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* False with *err where the system does not say. */
static bool
look_for_folder(const char *path, bool *is_one, Err *err)
{
    struct stat status;
    bool there = stat(path, &status) == 0;
    *is_one = there && S_ISDIR(status.st_mode);
    return there || errno == ENOENT || errno == ENOTDIR || errno == ELOOP ||
           err_set(err, ERR_IO, "could not look at \"%s\": %m", path);
}

bool
standing_begin(const char *outbox, const char *cycle, Arena *arena, Err *err)
{
    const char *folder = arena_printf(arena, "%s/%s", outbox, cycle).ptr;
    bool is_one;
    if (!look_for_folder(folder, &is_one, err))
        return false;
    return is_one || err_set(err, ERR_NO_INPUT, "no outbox of cycle \"%s\": there is no folder \"%s\"", cycle, folder);
}

/* "2023-06-15T02:30:00+08:00" to "20230615T023000", as the outbox names its folders. */
static Text
folder_name(Text as_of, Arena *arena)
{
    const size_t seconds = 19;
    char *name = arena_string(arena, text_sub(as_of, 0, seconds));
    size_t len = 0;
    for (size_t i = 0; i < seconds && i < as_of.len; i++)
        if (name[i] != '-' && name[i] != ':')
            name[len++] = name[i];
    name[len] = '\0';
    return (Text){name, len};
}

/* Both lists are by path. */
static void
list_faults(const KeptFiles *kept, const KeptFiles *here, Arena *arena, Standing *standing)
{
    size_t at = 0;
    size_t other = 0;
    standing->faults = arena_array(arena, kept->count + here->count, sizeof *standing->faults);
    while (at < kept->count || other < here->count) {
        int side = at == kept->count      ? 1
                   : other == here->count ? -1
                                          : kept_order(kept->files[at].path, here->files[other].path);
        bool is_file = side < 0 || here->files[other].sha256[0] != '\0';
        bool same = side == 0 && strcmp(kept->files[at].sha256, here->files[other].sha256) == 0;
        if (!same)
            standing->faults[standing->fault_count++] = (StandingFile){
                side <= 0 ? kept->files[at].path : here->files[other].path, !is_file   ? STANDING_NO_FILE
                                                                            : side < 0 ? STANDING_GONE
                                                                            : side > 0 ? STANDING_ADDED
                                                                                       : STANDING_CHANGED};
        at += side <= 0;
        other += side >= 0;
    }
}

/* A later folder than any that is kept is of a night that was killed before it kept it. Names are clocks of one offset. */
static bool
check_current(const char *cycle_dir, const Text *nights, size_t night_count, Arena *arena, Standing *standing, Err *err)
{
    char leads[PATH_MAX];
    bool stands, leads_there;
    Text newest = TEXT_NONE;
    for (size_t i = 0; i < night_count; i++) {
        Text name = folder_name(nights[i], arena);
        if (!look_for_folder(arena_printf(arena, "%s/%" TEXT_FMT, cycle_dir, TEXT_ARG(name)).ptr, &stands, err))
            return false;
        newest = stands && text_compare(name, newest) > 0 ? name : newest;
    }
    const char *current = arena_printf(arena, "%s/current", cycle_dir).ptr;
    ssize_t len = readlink(current, leads, sizeof leads - 1);
    leads[len < 0 ? 0 : len] = '\0';
    if (!look_for_folder(current, &leads_there, err))
        return false;
    if (newest.len == 0 || (len > 0 && leads_there && text_compare(text_of(leads), newest) >= 0))
        return true;
    standing->newest = newest;
    standing->leads = len > 0 ? arena_text(arena, text_of(leads)) : TEXT_NONE;
    return true;
}

bool
standing_check(const char *outbox, const Kept *kept, const Text *nights, size_t night_count, Arena *arena,
               Standing *standing, Err *err)
{
    KeptFiles here;
    Text name = folder_name(kept->as_of, arena);
    const char *cycle_dir = arena_printf(arena, "%s/%" TEXT_FMT, outbox, TEXT_ARG(kept->cycle)).ptr;
    *standing = (Standing){.folder = arena_printf(arena, "%s/%" TEXT_FMT, cycle_dir, TEXT_ARG(name)).ptr};
    bool stands;
    if (!check_current(cycle_dir, nights, night_count, arena, standing, err) ||
        !look_for_folder(standing->folder, &stands, err))
        return false;
    standing->gone = !stands;
    if (standing->gone)
        return true;
    if (!kept_look(standing->folder, arena, &here, err))
        return false;
    list_faults(&kept->parts[KEPT_OUTBOX], &here, arena, standing);
    return true;
}
