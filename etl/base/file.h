/* Files: read whole under a ceiling, written beside and renamed, never through a symlink where a stranger chose the
 * name. */
#ifndef HUIZONG_BASE_FILE_H
#define HUIZONG_BASE_FILE_H

#include "base/arena.h"
#include "base/err.h"

#include <stdint.h>
#include <sys/types.h>

/* The whole file, in `arena`; more than `ceiling` bytes is a fault. Follows links (for configuration that we chose). */
bool
file_read(const char *path, size_t ceiling, Arena *arena, Text *out, Err *err);

/* Reads up to `size` bytes, retrying after interrupts; the number read (0 at end) or -1 with errno. */
ssize_t
file_read_some(int fd, void *bytes, size_t size);

/* Asks for more room in a pipe, so that its ends wait for each other less often; what is none, or may not grow, stays as it is. */
void
file_widen_pipe(int fd);

/* Writes all, retrying; false with errno. */
bool
file_write_all(int fd, const void *bytes, size_t len);

/* A file without a name in TMPDIR (else /tmp), to read and write, that goes when it is closed; -1 with *err. */
int
file_temporary(Err *err);

/* A file that appears complete or not at all: written as ".<name>.part" beside, fsynced, renamed, directory fsynced. */
typedef struct AtomicFile {
    int fd;
    char *part;
    char *path;
} AtomicFile;

bool
file_begin(AtomicFile *file, const char *path, mode_t mode, Err *err);

bool
file_commit(AtomicFile *file, Err *err);

/* After a failure, or instead of commit: removes the part. Harmless after commit. */
void
file_abandon(AtomicFile *file);

/* The whole of `bytes` as one atomic file. */
bool
file_write(const char *path, Text bytes, mode_t mode, Err *err);

/* fsync of an open descriptor, which is closed in any case; `path` is for the message. */
bool
file_sync_close(int fd, const char *path, Err *err);

/* fsync of a directory itself: its names stay. */
bool
file_sync_dir(const char *path, Err *err);

/* fsync of the directory that holds `path`: after a rename, so that the name stays. */
bool
file_sync_parent(const char *path, Err *err);

/* `link` becomes a symlink to `target`, replaced in one rename. */
bool
file_replace_link(const char *link, const char *target, Err *err);

#endif
