/* A cell, folded character by character, so that a match can be led back to what was written. */
#ifndef HUIZONG_TABLE_GLYPHS_H
#define HUIZONG_TABLE_GLYPHS_H

#include "base/arena.h"

typedef struct Glyph {
    size_t at; /* byte offset in the cell */
    Text folded;
    bool blank;
    bool line_end;
} Glyph;

typedef struct Glyphs {
    Text cell;
    Glyph *items;
    size_t count;
} Glyphs;

/* Borrows from `cell`; a cell too long for labels has none. In `arena`. */
Glyphs
glyphs_of(Text cell, Arena *arena);

/* Where the glyph stands in the cell, in bytes; the cell's length for the one behind the last. */
size_t
glyphs_offset(const Glyphs *glyphs, size_t index);

bool
glyphs_have(const Glyphs *glyphs, size_t index, Text folded);

size_t
glyphs_skip_blanks(const Glyphs *glyphs, size_t index);

/* The index behind `word` (folded) if it stands at `index`, blanks between its characters allowed; 0 if it does not. */
size_t
glyphs_match(const Glyphs *glyphs, size_t index, Text word);

bool
glyph_is_digit(const Glyph *glyph);

#endif
