/* Stepping through UTF-8 text, one character (code point) at a time. */
#ifndef HUIZONG_TEXT_CHARACTER_H
#define HUIZONG_TEXT_CHARACTER_H

#include "base/text.h"

/* The character that begins at byte `at` (< text.len); a byte that begins none stands for itself. Borrows from `text`. */
static inline Text
character_at(Text text, size_t at)
{
    unsigned char first = (unsigned char)text.ptr[at];
    size_t len = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return (Text){text.ptr + at, len < text.len - at ? len : text.len - at};
}

/* True for what a person sees as nothing: ASCII blanks and line ends, U+00A0, U+2000…U+200B, U+3000, U+FEFF. */
bool
character_is_blank(Text character);

/* True where `text` holds nothing but blanks, or is absent. */
bool
character_all_blank(Text text);

#endif
