/*
 * The outbox: OUTBOX/<cycle>/<as-of>/ appears complete, by one rename of a directory that was built and synced beside
 * it; OUTBOX/<cycle>/current is a relative link to the newest and moves last. A state that is there already is not touched.
 */
#ifndef HUIZONG_RESULTS_OUTBOX_H
#define HUIZONG_RESULTS_OUTBOX_H

#include "base/arena.h"
#include "base/err.h"

typedef struct Outbox {
    const char *cycle_dir; /* OUTBOX/<cycle> */
    const char *building;  /* OUTBOX/<cycle>/.building */
    const char *as_of;     /* the directory's name */
    int lock;              /* on cycle_dir; -1: not held */
    Arena *arena;
} Outbox;

/*
 * Begins with an empty building directory; one that a killed run left is removed. ERR_LOCKED where another run writes there: it stays so until
 * each process of that run is gone. Texts live in `arena`.
 */
bool
outbox_begin(Outbox *outbox, const char *root, const char *cycle, Text as_of, Arena *arena, Err *err);

/* The path of a file to write, in the building directory. */
const char *
outbox_path(const Outbox *outbox, Text name);

/* units/<folder>/<name>; the folder is made. */
const char *
outbox_unit_path(const Outbox *outbox, Text folder, Text name, Err *err);

typedef struct Published {
    bool changed;     /* false: the same bytes stood there already */
    const char *kept; /* the newer outbox that current still leads to; NULL: it leads to this one */
} Published;

/*
 * Where it succeeds the next run may begin. A superseded state, before the cycle's last night, moves current only where that leads to nothing newer; any
 * other takes it in any case: what a slip of the clock left with a later name holds no night back.
 */
bool
outbox_publish(Outbox *outbox, bool superseded, Published *published, Err *err);

/* After a failure, that to begin too: removes what was built. */
void
outbox_abandon(Outbox *outbox);

#endif
