#include "disposal/walk.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "base/tree.h"
#include "charset/utf8.h"
#include "intake/pathname.h"

enum { DEPTH_MAX = 16 };

static bool
add_entry(const Walk *walk, Text name, int depth, Err *err);

static const char *
path_of(const Walk *walk, Text name)
{
    return arena_printf(walk->plan->arena, "%s/%" TEXT_FMT, walk->root, TEXT_ARG(name)).ptr;
}

static bool
add_folder(const Walk *walk, Text folder, int depth, Err *err)
{
    const char **names;
    size_t count;
    Arena *arena = walk->plan->arena;
    const char *path = path_of(walk, folder);
    struct stat status;

    if (lstat(path, &status) != 0 && errno == ENOENT)
        return true;
    if (depth > DEPTH_MAX)
        return err_set(err, ERR_DATA, "folder too deep: \"%s\"", path);
    if (!tree_names(path, arena, &names, &count, err))
        return false;
    Text below = text_equal(folder, TEXT(".")) ? TEXT("") : arena_join(arena, folder, TEXT("/"), TEXT(""));
    for (size_t i = 0; i < count; i++)
        if (!add_entry(walk, arena_join(arena, below, text_of(names[i]), TEXT("")), depth, err))
            return false;
    return true;
}

static bool
is_utf8(Text name)
{
    for (size_t at = 0; at < name.len;) {
        int step = utf8_step((const unsigned char *)name.ptr + at, name.len - at);
        if (step <= 0)
            return false;
        at += (size_t)step;
    }
    return true;
}

/* As intake would show it: most are GBK. */
static bool
refuse_name(const Walk *walk, Text name, Err *err)
{
    PathName shown;
    const PathName root = {.bytes = TEXT(""), .shown = TEXT(""), .escaped = TEXT("")};
    return pathname_join(&root, walk_last_name(name), walk->plan->arena, &shown, err) &&
           err_set(err, ERR_DATA,
                   "“%s/%" TEXT_FMT "”的文件名不是UTF-8编码，记录里写不出来。请改名或移到别处，再运行同一命令",
                   path_of(walk, walk_parent(name)), TEXT_ARG(shown.shown));
}

/* Links have nothing of their own. */
static bool
add_entry(const Walk *walk, Text name, int depth, Err *err)
{
    char sha256[HASH_HEX + 1];
    struct stat status;
    const char *path = path_of(walk, name);

    if (!is_utf8(name))
        return refuse_name(walk, name, err);
    if (lstat(path, &status) != 0)
        return err_set(err, ERR_IO, "could not look at \"%s\": %m", path);
    if (S_ISDIR(status.st_mode))
        return add_folder(walk, name, depth + 1, err);
    if (!S_ISREG(status.st_mode) || (walk->wants != NULL && !walk->wants(walk->context, name)))
        return true;
    if (!hash_file(path, sha256, err))
        return false;
    return plan_add(walk->plan,
                    (PlanItem){.part = text_of(walk->part),
                               .name = name,
                               .sha256 = arena_text(walk->plan->arena, text_of(sha256)),
                               .action = text_of(walk->action)},
                    err);
}

bool
walk_folder(const Walk *walk, Text folder, Err *err)
{
    return add_folder(walk, folder, 0, err);
}

Text
walk_last_name(Text name)
{
    size_t from = name.len;

    while (from > 0 && name.ptr[from - 1] != '/')
        from--;
    return text_sub(name, from, SIZE_MAX);
}

Text
walk_parent(Text name)
{
    Text last = walk_last_name(name);
    return last.len < name.len ? text_sub(name, 0, name.len - last.len - 1) : TEXT(".");
}
