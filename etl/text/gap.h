/* Sentences with gaps, as the catalogues of schemas/ have them: a "{}" stands for a value. */
#ifndef HUIZONG_TEXT_GAP_H
#define HUIZONG_TEXT_GAP_H

#include "base/arena.h"

/* The sentence with its gaps filled by the values in turn; gaps beyond them stay. In `arena`. */
Text
gap_fill(Text sentence, const Text *values, size_t count, Arena *arena);

#endif
