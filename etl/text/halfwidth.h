/* What an input method writes in full width, as ASCII: digits, letters, signs, blanks, and the dashes that stand for
 * a hyphen or minus. */
#ifndef HUIZONG_TEXT_HALFWIDTH_H
#define HUIZONG_TEXT_HALFWIDTH_H

#include "base/arena.h"

/* The ASCII character that the one at byte `at` (< text.len) stands for, 0 where there is none; *len gets its length
 * in bytes. */
char
halfwidth_at(Text text, size_t at, size_t *len);

/* `text` with every such character as ASCII, the others as they are; in `arena`. */
Text
halfwidth_text(Text text, Arena *arena);

/* The same into `out`; false where `room` bytes do not hold it. */
bool
halfwidth_copy(Text text, char *out, size_t room, size_t *len);

#endif
