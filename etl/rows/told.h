/* Findings that may be many: of one code and field in one sheet so many are written one by one, the rest are counted. */
#ifndef HUIZONG_ROWS_TOLD_H
#define HUIZONG_ROWS_TOLD_H

#include "rows/finding.h"

enum { TOLD_MOST = 1000 };

typedef struct Told Told;

/* At most so many of a code, and `in_all` of all codes, are written one by one. Lives in `arena`. */
Told *
told_new(FindingWriter *findings, uint64_t most, uint64_t in_all, Arena *arena);

/* What is left out is told by more_like_this. */
bool
told_add(Told *told, const Finding *finding, Err *err);

/* What is left out is told by `more_code`, in static storage and the same for all of one code. */
bool
told_add_counted(Told *told, const Finding *finding, const char *more_code, Err *err);

/* A last finding for each code, field and sheet of which there were more: at the first of them, read_as how many. */
bool
told_end(Told *told, Err *err);

#endif
