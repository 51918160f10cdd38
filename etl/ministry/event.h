/* A final package is booked in the database, once and for good: export_event, which only the loader may append to. */
#ifndef HUIZONG_MINISTRY_EVENT_H
#define HUIZONG_MINISTRY_EVENT_H

#include "db/db.h"
#include "ministry/manifest.h"

/*
 * *already: it was booked before. A draft is ERR_USAGE, and ERR_DATA where another manifest is booked under this version.
 * `db` is the loader's, in no transaction.
 */
bool
event_book(Db *db, const Manifest *manifest, bool *already, Err *err);

/* Verifies the package of that cycle in `folder` and books it: what huizong-load --event does. */
bool
event_book_folder(Db *db, Text cycle, const char *folder, Arena *arena, bool *already, Err *err);

#endif
