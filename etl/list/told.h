/* The findings of a list: of one code and field so many are written one by one, the rest are counted. */
#ifndef HUIZONG_LIST_TOLD_H
#define HUIZONG_LIST_TOLD_H

#include "rows/finding.h"

enum { TOLD_MOST = 1000 };

typedef struct Told Told;

/* Lives in `arena`. */
Told *
told_new(FindingWriter *findings, uint64_t most, Arena *arena);

bool
told_add(Told *told, const Finding *finding, Err *err);

/* A last finding, more_like_this, for each code and field of which there were more. */
bool
told_end(Told *told, Err *err);

#endif
