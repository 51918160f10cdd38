/* Arrivals as the night hands them from stage to stage: a line each, its fields as COPY text (arrival, source, sha256, path). */
#ifndef HUIZONG_OFFICE_ARRIVALS_H
#define HUIZONG_OFFICE_ARRIVALS_H

#include "db/db.h"

/* Every column of every row; ERR_DATA beyond 1 GiB. *out lives in `arena`. */
bool
arrivals_lines(const DbResult *rows, Arena *arena, Text *out, Err *err);

/* What stdout is for. ERR_IO. */
bool
arrivals_print(Text lines, Err *err);

#endif
