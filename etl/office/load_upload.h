/* One arrival's typed rows and findings into the database, in one transaction: all or nothing, and nothing twice. */
#ifndef HUIZONG_OFFICE_LOAD_UPLOAD_H
#define HUIZONG_OFFICE_LOAD_UPLOAD_H

#include "db/db.h"

typedef struct LoadResult {
    bool already; /* the arrival had been loaded before; nothing was changed */
    bool refused; /* by extract or normalise: verdict, facts and findings are in, no rows */
    uint64_t findings;
} LoadResult;

/*
 * `as_of` is the clock of the night that reads it, ISO; TEXT_NONE: that of the night that saw it first. Reads the typed stream from `fd` and the findings files (NULL-terminated). False with ERR_DATA where a stream is torn, ERR_USAGE where the cycle has no such arrival to read,
 * ERR_DATABASE; nothing is kept then.
 */
bool
load_upload(Db *db, Text cycle, Text arrival, Text as_of, int fd, const char *const *findings, LoadResult *result,
            Err *err);

#endif
