/* The symbol fonts of forms, as characters: boxes, ticks, and the signs of Symbol. */
#ifndef HUIZONG_TEXT_SYMBOLFONT_H
#define HUIZONG_TEXT_SYMBOLFONT_H

#include <stdint.h>

#include "base/buf.h"

/* The name of a font whose characters are not what their codes say, in static storage; empty for any other. */
Text
symbolfont_name(Text font);

/*
 * What a person sees for code 20 to FF, or F020 to F0FF, of a symbol font: a box is ☐, one with a tick ☑, with a cross
 * ☒, a tick √, a cross ×. Of any other font a code is its own character. 0 where it is not known.
 */
uint32_t
symbolfont_character(Text font, uint32_t code);

/* Adds what a person sees for `piece`: blanks as they are, U+FFFD for what is not known; false where there was such. */
bool
symbolfont_spell(Buf *out, Text font, Text piece);

#endif
