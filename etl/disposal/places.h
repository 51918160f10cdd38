/* Where a disposal is at work, and whether that is where it should be: what is not found in a wrong folder would count as disposed of. */
#ifndef HUIZONG_DISPOSAL_PLACES_H
#define HUIZONG_DISPOSAL_PLACES_H

#include <stdio.h>

#include "db/db.h"
#include "disposal/words.h"

typedef struct DisposalPlaces {
    const char *archive;
    const char *outbox;
    const char *data;   /* the folder that the archive's name stands in, where nights work */
    const Words *words; /* what is said to `talk` where something is wrong */
    FILE *talk;
} DisposalPlaces;

/* Sets `data`, in `arena`; the rest is the caller's. */
void
places_find_data(DisposalPlaces *places, Arena *arena);

/* Whole paths for an order; in `arena`. */
Text
places_whole(const char *path, Arena *arena);

/*
 * Keeps away whoever reads the archive, or files in it and has still to book that, and holds it shared: a night, a backup, an intake, an export. Close *lock in any case, -1 where there is none.
 * ERR_LOCKED where somebody is there.
 */
bool
places_lock(const DisposalPlaces *places, int *lock, Err *err);

/* ERR_NO_INPUT where the outbox has no folder of a cycle whose nights have put something out. */
bool
places_check_outbox(const DisposalPlaces *places, Text cycle, Err *err);

/* ERR_NO_INPUT where these are not the folders that `disposal` was ordered for. */
bool
places_check_ordered(const DisposalPlaces *places, Db *db, Text disposal, Err *err);

#endif
