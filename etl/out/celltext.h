/* What a spreadsheet cell can hold, and the room it needs. */
#ifndef HUIZONG_OUT_CELLTEXT_H
#define HUIZONG_OUT_CELLTEXT_H

#include "base/arena.h"

enum { CELLTEXT_MAX = 32000 }; /* characters; Excel's own limit is 32,767 UTF-16 units */

/*
 * `text` as a cell can hold it, NUL-terminated in `arena`: controls and what else XML forbids are shown as "U+0001", CR LF
 * and CR are line ends, a written "_x000D_" is guarded, what exceeds CELLTEXT_MAX characters is cut with "…". NULL where
 * it is not UTF-8.
 */
const char *
celltext_clean(Text text, Arena *arena);

/* The lines that `text` takes when it is wrapped at `width` half-width characters, in the Chinese fonts of the tables and in those that
 * stand in for them: never fewer than are needed. At least 1. */
size_t
celltext_lines(Text text, size_t width);

/* The half-width characters of a text on one line, as celltext_lines counts them; *widest: of the widest piece that no line break parts. */
size_t
celltext_width(Text text, size_t *widest);

/* At most `most` characters, "…" where some are left out, as a string in `arena`. */
char *
celltext_shortened(Text text, size_t most, Arena *arena);

#endif
