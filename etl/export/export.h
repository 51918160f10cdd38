/* Everything that a night puts out, into one folder: a night's own, or one that is made again. */
#ifndef HUIZONG_EXPORT_EXPORT_H
#define HUIZONG_EXPORT_EXPORT_H

#include "results/closing.h"
#include "results/outbox.h"

typedef struct ExportSource {
    const char *schemas;
    const char *archive; /* or NULL: no marked copies */
    /* Connects to the database: twice, in two processes; a third works on what one of them has read. */
    Db *(*connect)(const void *context, Err *err);
    const void *context;
    int lost; /* as SlipSource says */
} ExportSource;

/* Reads the state, which is defined, and writes into outbox->building, which is there. `closing`: what the night has to say. */
bool
export_write(State *state, const ExportSource *source, const Outbox *outbox, Closing *closing, Err *err);

/* What a run has to say, and whether anybody should hear it. */
typedef struct ExportWord {
    Closing closing;
    Published published;
    bool news;
} ExportWord;

/* Lets the outbox appear; `closing` is there. News is what the outbox that current led to did not tell. */
bool
export_publish(const State *state, Outbox *outbox, ExportWord *word, Err *err);

#endif
