/* What the deadline report says beyond its figures, schemas/progress.json: texts by key, "{}" standing for a value. */
#ifndef HUIZONG_PROGRESS_WORDING_H
#define HUIZONG_PROGRESS_WORDING_H

#include "base/arena.h"
#include "base/err.h"

typedef struct Wording Wording;

/* In `arena`; NULL with *err where a value is no text. */
Wording *
wording_read(const char *path, Arena *arena, Err *err);

/* The key itself where it is unknown. */
Text
wording_get(const Wording *wording, const char *key);

/* With each "{}" in turn filled by a value; in `arena`. */
Text
wording_fill(const Wording *wording, const char *key, const Text *values, size_t count, Arena *arena);

#endif
