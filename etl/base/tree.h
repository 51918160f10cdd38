/* Directories: made, synced, published and removed whole; a link is never followed. */
#ifndef HUIZONG_BASE_TREE_H
#define HUIZONG_BASE_TREE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"

#include <stdbool.h>
#include <sys/types.h>

/* fsync of every file and directory below `path`, and of itself. */
bool
tree_sync(const char *path, Err *err);

/* mkdir -p. */
bool
tree_make(const char *path, mode_t mode, Err *err);

/* rm -r below and including `path`; missing is success; never follows a link. */
bool
tree_remove(const char *path, Err *err);

/* `finished` (a directory) becomes `target`: rename, or RENAME_EXCHANGE and removal of the old where target exists. */
bool
tree_publish(const char *finished, const char *target, Err *err);

/* The names in a directory in the order of their bytes, without . and ..; in `arena`. */
bool
tree_names(const char *path, Arena *arena, const char ***names, size_t *count, Err *err);

/* The digest over names and contents of all that is below `path`; what is neither file nor directory is a fault. */
bool
tree_digest(const char *path, char digest[HASH_HEX + 1], Arena *arena, Err *err);

#endif
