/*
 * Every refusal of what files say, where a checker asks for more than the first: hung on an Err (err.all), it gets what json_refuse tells, while the Err keeps the first. In an arena.
 * What follows from another refusal is left out: a second one of the same place, and what is missing in a thing that is none.
 */
#ifndef HUIZONG_BASE_REFUSALS_H
#define HUIZONG_BASE_REFUSALS_H

#include "base/arena.h"
#include "base/err.h"

typedef struct Refusals Refusals;

typedef struct Refusal {
    Text file;
    Text path;    /* "x:cycle.zone.value"; empty: the file as a whole */
    Text place;   /* in byte order as the places stand in their file */
    Text message; /* with file and path */
    bool hollow;  /* there is nothing at that path that could hold what is looked for below it */
} Refusal;

Refusals *
refusals_new(Arena *arena);

/* Files are told in the order in which they were opened. */
void
refusals_open(Refusals *refusals, Text file);

/* Texts are copied. */
void
refusals_add(Refusals *refusals, const Refusal *refusal);

/* Into *err unless it holds one already, and into its list if it has one; returns false. */
bool
refusals_tell(Err *err, ErrCode code, const Refusal *refusal);

/* By file and place. */
void
refusals_sort(Refusals *refusals);

/* True where `path` leads to something within what `other` leads to. */
bool
refusals_is_below(Text path, Text other);

/* All there were; told are REFUSALS_MOST. */
size_t
refusals_count(const Refusals *refusals);

enum { REFUSALS_MOST = 1000 };

/* The message of the index-th; TEXT_NONE beyond the last that is told. */
Text
refusals_message(const Refusals *refusals, size_t index);

#endif
