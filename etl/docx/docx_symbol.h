/* The symbol fonts of forms, as characters: boxes, ticks, and the signs of Symbol. */
#ifndef HUIZONG_DOCX_DOCX_SYMBOL_H
#define HUIZONG_DOCX_DOCX_SYMBOL_H

#include <stdint.h>

#include "base/text.h"

/* Whether the characters of this font are not what their codes say. */
bool
docx_symbol_font(Text font);

/* The code of a character of UTF-8 that the XML parser has let through. */
uint32_t
docx_symbol_code(Text character);

/*
 * What a person sees for code 20 to FF, or F020 to F0FF, of a symbol font: a box is ☐, one with a tick ☑, with a cross
 * ☒, a tick √, a cross ×. Of any other font a code is its own character. 0 where it is not known.
 */
uint32_t
docx_symbol_character(Text font, uint32_t code);

#endif
