/* A cycle's files into the database. Only what differs is written, so that a night that changes nothing leaves nothing behind. */
#ifndef HUIZONG_SETUP_CYCLE_LOAD_H
#define HUIZONG_SETUP_CYCLE_LOAD_H

#include "db/db.h"
#include "rows/messages.h"
#include "schema/cycle.h"

/* The cycle with its units, aliases and rules; adds the number of changed rows to *changed. A unit that is gone while uploads refer to it is refused (ERR_CONFIG). */
bool
cycle_load(Db *db, const Cycle *cycle, uint64_t *changed, Err *err);

/* The catalogue's short names, by which registers may name a matter. */
bool
cycle_load_messages(Db *db, const Messages *messages, Arena *arena, uint64_t *changed, Err *err);

#endif
