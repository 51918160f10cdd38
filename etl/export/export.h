/* Everything that a night puts out of a state, into one folder: a night's own, or one that is made again. */
#ifndef HUIZONG_EXPORT_EXPORT_H
#define HUIZONG_EXPORT_EXPORT_H

#include "results/outbox.h"
#include "results/state.h"

typedef struct ExportSource {
    const char *schemas;
    const char *archive; /* or NULL: no marked copies */
} ExportSource;

/* Writes it into outbox->building, which is there. The state has been read by `db`. */
bool
export_write(const State *state, const ExportSource *source, Db *db, const Outbox *outbox, Err *err);

#endif
