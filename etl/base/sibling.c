#include "base/sibling.h"

#include <libgen.h>
#include <unistd.h>

enum { PATH_LENGTH_MAX = 4096 };

const char *
sibling_path(const char *name, Arena *arena, Err *err)
{
    char own[PATH_LENGTH_MAX];
    ssize_t len = readlink("/proc/self/exe", own, sizeof own - 1);
    if (len < 0) {
        err_set(err, ERR_BUG, "could not find this program's own path: %m");
        return NULL;
    }
    own[len] = '\0';
    return arena_printf(arena, "%s/%s", dirname(own), name).ptr;
}

void
sibling_become(const char *name, char **argv, Err *err)
{
    Arena *arena = arena_new();
    const char *path = sibling_path(name, arena, err);
    if (path != NULL) {
        execv(path, argv);
        err_set(err, ERR_BUG, "could not start \"%s\": %m", path);
    }
    arena_free(arena);
}
