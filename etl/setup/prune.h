/* Lists that no longer count, out of the database: only what the archive can bring back (huizong-load --rebuild), and nothing that an export was made of. */
#ifndef HUIZONG_SETUP_PRUNE_H
#define HUIZONG_SETUP_PRUNE_H

#include "db/db.h"

#include <stdint.h>

typedef struct PruneResult {
    uint64_t lists;
    uint64_t kept; /* in use, or their file is not in the archive as it came: told in the log */
} PruneResult;

/* Each list in a transaction of its own: a killed run has pruned some, whole. Adds to *result. */
bool
prune_cycle(Db *db, const char *archive, Text cycle, Text as_of, Arena *arena, PruneResult *result, Err *err);

#endif
