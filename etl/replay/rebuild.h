/* A past night's outbox made again from the database, which reports may look back in, with the definitions of that night. */
#ifndef HUIZONG_REPLAY_REBUILD_H
#define HUIZONG_REPLAY_REBUILD_H

#include "replay/kept.h"

typedef struct RebuildOrder {
    const char *database;
    const char *program;
    const char *current; /* today's schemas */
    const char *schemas; /* the night's, restored from the archive */
    const char *archive;
    const char *folder; /* where the outbox appears; it is made */
} RebuildOrder;

/*
 * Nothing in the database changes for others: where the night's definitions are not today's, they are loaded beside these, for this session
 * (sql/replay/shadow.sql), which needs the right to create a schema.
 */
bool
rebuild(const RebuildOrder *order, const Kept *kept, Arena *arena, Err *err);

/* True where this program, its SQL and its libraries are those that the night was made with. */
bool
rebuild_same_release(const Kept *kept, Arena *arena);

#endif
