/* Where the archive keeps a content, ARCHIVE/<first two hex digits>/<sha256>, and whether what stands there still is that content. */
#ifndef HUIZONG_BASE_ARCHIVED_H
#define HUIZONG_BASE_ARCHIVED_H

#include "base/arena.h"
#include "base/err.h"

/* `sha256` has at least two digits; whether the content is there is not asked. In `arena`. */
const char *
archived_path(const char *archive, Text sha256, Arena *arena);

/* DAMAGED: other bytes, bytes that the disk does not give, or no regular file. */
typedef enum ArchivedState { ARCHIVED_WHOLE, ARCHIVED_DAMAGED, ARCHIVED_GONE } ArchivedState;

/* Reads what stands at `path` below the folder `root` (AT_FDCWD: `path` alone) to its end. False with *err where the system has nothing to read it with, or no right to. */
bool
archived_look(int root, const char *path, Text sha256, ArchivedState *state, Err *err);

/* The same of a content of the archive; `arena` gets its path. */
bool
archived_state(const char *archive, Text sha256, Arena *arena, ArchivedState *state, Err *err);

/* Leaves a file that is open at its beginning; ERR_DATA unless it holds the bytes of that digest. */
bool
archived_prove(int fd, const char *path, Text sha256, Err *err);

#endif
