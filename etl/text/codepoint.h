/*
 * A text as code points: taken apart into base characters and marks, and put together again (Unicode 15 by utf8proc, normal forms D and C). Both in a
 * time that grows with the text, whatever stands in it: utf8proc_decompose orders marks by exchanging neighbours, and a cell full of them takes it hours.
 */
#ifndef HUIZONG_TEXT_CODEPOINT_H
#define HUIZONG_TEXT_CODEPOINT_H

#include "base/arena.h"

#include <utf8proc.h>

typedef utf8proc_int32_t CodePoint;

/* The next code point at *at, which moves on; U+FFFD for a byte that begins none. */
CodePoint
codepoint_next(Text text, size_t *at);

/* The decomposed code points of `text` by utf8proc's options, in `arena`, their marks as they stand; their number, or -1 where `text` is not UTF-8. */
utf8proc_ssize_t
codepoints_apart(Text text, utf8proc_option_t options, CodePoint **codes, Arena *arena);

/* Brings the marks to their canonical order, as is due once something was taken out between them, and composes. Changes `codes`, which codepoints_apart
 * gave; in `arena`. */
Text
codepoints_together(CodePoint *codes, size_t count, Arena *arena);

#endif
