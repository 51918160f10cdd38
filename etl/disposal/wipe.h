/* The disk below the database, once people are out of its tables: nor may what was overwritten be read there. */
#ifndef HUIZONG_DISPOSAL_WIPE_H
#define HUIZONG_DISPOSAL_WIPE_H

#include "db/db.h"

/* Who may still read what was overwritten just now, so that it stays on the disk: their sessions, joined by "；", TEXT_NONE for nobody. In `arena`. */
bool
wipe_onlookers(Db *db, Arena *arena, Text *who, Err *err);

/* *whole: the server's write-ahead log has nothing of before either. Of a server that is not ours it does, and it may have copies that we do not see. */
bool
wipe_disk(Db *db, bool *whole, Err *err);

#endif
