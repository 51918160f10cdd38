/* The archive: every content once and for good, at ARCHIVE/<first two hex digits>/<sha256>, read-only. */
#ifndef HUIZONG_INTAKE_ARCHIVE_H
#define HUIZONG_INTAKE_ARCHIVE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"

#include <stdint.h>

typedef struct Archive {
    int root;
    int part; /* the copy under way, or -1 */
    const char *path;
    const char *part_name;
} Archive;

/*
 * Makes the folder where missing. Others may file there at the same time: an unfinished copy is named after its cycle and its process. What is filed is safe from a disposal
 * until archive_close, and has to be booked by then; ERR_LOCKED while one is at work. Borrows `path`.
 */
bool
archive_open(const char *path, Text cycle, Arena *arena, Archive *out, Err *err);

void
archive_close(Archive *archive);

typedef enum ArchiveCopy { ARCHIVE_COPIED, ARCHIVE_SOURCE_BAD, ARCHIVE_FAULT } ArchiveCopy;

/* Copies from `fd` into the part and hashes what it copied. SOURCE_BAD: `fd` could not be read to its end. */
ArchiveCopy
archive_copy(Archive *archive, int fd, char sha256[HASH_HEX + 1], int64_t *size, Err *err);

/* MENDED: other bytes stood there under the digest. */
typedef enum ArchiveFiled { ARCHIVE_FILED, ARCHIVE_MENDED, ARCHIVE_HAD_IT } ArchiveFiled;

/* Files the copy under its digest, durably; a content that is there already, byte for byte, stays. */
bool
archive_keep(Archive *archive, const char *sha256, ArchiveFiled *filed, Err *err);

/* Whether a file of that size stands under the digest; with `whole` it is read, and holds the content. What cannot be told counts as no. */
bool
archive_has(const Archive *archive, const char *sha256, int64_t size, bool whole);

/* Both, of a file of our own; ERR_DATA where its digest is not `expected` (NULL: any). */
bool
archive_file(Archive *archive, const char *path, const char *expected, Err *err);

/* Gives the copy up. */
void
archive_drop(Archive *archive);

#endif
