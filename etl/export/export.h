/* Everything that a night puts out, into one folder: a night's own, or one that is made again. */
#ifndef HUIZONG_EXPORT_EXPORT_H
#define HUIZONG_EXPORT_EXPORT_H

#include "results/outbox.h"
#include "results/state.h"

typedef struct ExportSource {
    const char *schemas;
    const char *archive; /* or NULL: no marked copies */
    /* Connects to the database: twice, in two processes; a third works on what one of them has read. */
    Db *(*connect)(const void *context, Err *err);
    const void *context;
    int lost; /* as SlipSource says */
} ExportSource;

/* Reads the state, which is defined, and writes into outbox->building, which is there. */
bool
export_write(State *state, const ExportSource *source, const Outbox *outbox, Err *err);

#endif
