/* The outbox that people look into, against what was kept of a night. */
#ifndef HUIZONG_REPLAY_STANDING_H
#define HUIZONG_REPLAY_STANDING_H

#include "replay/kept.h"

typedef enum StandingFault {
    STANDING_GONE,
    STANDING_CHANGED,
    STANDING_ADDED,
    STANDING_NO_FILE, /* a link, or whatever else is neither file nor folder; what it leads to is not looked at */
    STANDING_FAULTS
} StandingFault;

typedef struct StandingFile {
    Text path; /* below the night's folder */
    StandingFault fault;
} StandingFile;

/* What has been found; texts live in the arena. */
typedef struct Standing {
    const char *folder;   /* OUTBOX/CYCLE/AS-OF */
    bool gone;            /* there is no such folder */
    StandingFile *faults; /* files that are not what was kept, by path */
    size_t fault_count;
    Text
        newest; /* TEXT_NONE, or of the kept nights that stand the newest, which OUTBOX/CYCLE/current does not lead to */
    Text leads; /* what it leads to instead; TEXT_NONE: it is no link */
} Standing;

/* True where OUTBOX/CYCLE is a folder; else ERR_NO_INPUT. */
bool
standing_begin(const char *outbox, const char *cycle, Arena *arena, Err *err);

/* `nights` are the clocks of all nights that are kept. */
bool
standing_check(const char *outbox, const Kept *kept, const Text *nights, size_t night_count, Arena *arena,
               Standing *standing, Err *err);

#endif
