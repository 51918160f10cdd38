/* The rows of pruned lists once more, from the file they came in: the same rows, or nothing. */
#ifndef HUIZONG_OFFICE_LOAD_REBUILD_H
#define HUIZONG_OFFICE_LOAD_REBUILD_H

#include "db/db.h"

#include <stdint.h>

/*
 * Reads the typed stream of an arrival that was loaded from `fd`; *lists gets how many have their rows again, 0 where none had lost them. False with ERR_DATA where the stream is torn or the
 * file is refused now, ERR_USAGE where the cycle has no such arrival that was loaded, ERR_DATABASE where the rows are others than those that went; nothing is kept then.
 */
bool
load_rebuild(Db *db, Text cycle, Text arrival, int fd, uint64_t *lists, Err *err);

#endif
