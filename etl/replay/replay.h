/* A past night from the archive and once more from the database, and what differs between the two. */
#ifndef HUIZONG_REPLAY_REPLAY_H
#define HUIZONG_REPLAY_REPLAY_H

#include <stdio.h>

#include "replay/rebuild.h"
#include "replay/standing.h"

typedef struct ReplayOrder {
    const char *database;
    const char *program;
    const char *schemas;
    const char *archive;
    const char *cycle;
    const char
        *to; /* a folder that is not there yet or is empty: kept/, rebuilt/, schemas/, difference.csv appear in it */
    const char *outbox; /* or NULL: OUTBOX, whose folder of that night is compared as well */
    const Text *nights; /* with an outbox: the clocks of replay_nights */
    size_t night_count;
} ReplayOrder;

/* What has been found; texts live in the arena. */
typedef struct ReplayResult {
    Kept kept;
    bool same_release;
    size_t files;       /* of the night */
    size_t differing;   /* between kept and rebuilt */
    size_t differences; /* lines of difference.csv */
    Standing standing;  /* with an outbox */
} ReplayResult;

/* ERR_NO_INPUT where there is no such outbox, before anything is written; ERR_DATA where the archive is damaged. */
bool
replay_run(const ReplayOrder *order, Text manifest_sha256, Arena *arena, ReplayResult *result, Err *err);

/* The newest manifest of a night, in `arena`; `as_of` as --as-of gives it. ERR_NO_INPUT where none is kept. */
bool
replay_find(Db *db, const char *cycle, const char *as_of, Arena *arena, Text *manifest_sha256, Err *err);

/* The clocks of all nights that are kept and not disposed of, in `arena`. */
bool
replay_nights(Db *db, const char *cycle, Arena *arena, const Text **nights, size_t *count, Err *err);

/* Whether the file of an outbox folder is what was kept of that night; *known is false where nothing was kept, or the file was not among it. */
bool
replay_is_kept(Db *db, const char *archive, Text cycle, Text as_of, Text name, const char *path, Arena *arena,
               bool *known, bool *same, Err *err);

/* A line for each night that is kept: clock, manifest, release, packages, server. */
bool
replay_list(Db *db, const char *cycle, FILE *out, Arena *arena, Err *err);

#endif
