/* OUTBOX/ministry: where the final packages of all cycles lie, cycle-v1, cycle-v2 … */
#ifndef HUIZONG_MINISTRY_SHELF_H
#define HUIZONG_MINISTRY_SHELF_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

typedef struct Shelf {
    const char *path;
    const char *building; /* the package under way */
    Text cycle;
    int lock;
    Arena *arena;
} Shelf;

/* Makes the folder where missing, and keeps others out; ERR_LOCKED where somebody is in. Close it in any case. */
bool
shelf_open(Shelf *shelf, const char *outbox, Text cycle, Arena *arena, Err *err);

void
shelf_close(Shelf *shelf);

/* The newest version that lies there, 0 where none does. */
bool
shelf_newest(const Shelf *shelf, uint64_t *version, Err *err);

/* OUTBOX/ministry/<cycle>-v<version>. */
const char *
shelf_folder(const Shelf *shelf, uint64_t version);

/* An empty folder to build in. What a killed run left of one is removed. */
bool
shelf_begin(const Shelf *shelf, Err *err);

/* What was built is made read-only, synced and renamed to that version, which is not there yet. */
bool
shelf_publish(const Shelf *shelf, uint64_t version, Err *err);

/* Removes what was built, if anything. */
bool
shelf_clear(const Shelf *shelf, Err *err);

#endif
