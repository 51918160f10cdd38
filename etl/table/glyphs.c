#include "table/glyphs.h"

#include "text/character.h"
#include "text/fold.h"

/* Longer cells are notes. */
enum { CELL_MAX_CHARACTERS = 400 };

Glyphs
glyphs_of(Text cell, Arena *arena)
{
    Glyphs glyphs = {cell, NULL, 0};
    if (fold_length(cell) > CELL_MAX_CHARACTERS)
        return glyphs;
    glyphs.items = arena_array(arena, cell.len + 1, sizeof *glyphs.items);
    for (size_t at = 0; at < cell.len;) {
        Text character = character_at(cell, at);
        bool blank = character_is_blank(character);
        glyphs.items[glyphs.count++] =
            (Glyph){at, blank ? TEXT_NONE : fold_key(character, arena), blank, *character.ptr == '\n'};
        at += character.len;
    }
    return glyphs;
}

size_t
glyphs_offset(const Glyphs *glyphs, size_t index)
{
    return index < glyphs->count ? glyphs->items[index].at : glyphs->cell.len;
}

bool
glyphs_have(const Glyphs *glyphs, size_t index, Text folded)
{
    return index < glyphs->count && text_equal(glyphs->items[index].folded, folded);
}

size_t
glyphs_skip_blanks(const Glyphs *glyphs, size_t index)
{
    while (index < glyphs->count && glyphs->items[index].blank)
        index++;
    return index;
}

size_t
glyphs_match(const Glyphs *glyphs, size_t index, Text word)
{
    size_t matched = 0;
    while (index < glyphs->count && matched < word.len) {
        const Glyph *glyph = &glyphs->items[index++];
        if (glyph->blank)
            continue;
        if (glyph->folded.len == 0 || !text_starts_with(text_sub(word, matched, word.len), glyph->folded))
            return 0;
        matched += glyph->folded.len;
    }
    return matched == word.len ? index : 0;
}

bool
glyph_is_digit(const Glyph *glyph)
{
    return glyph->folded.len == 1 && glyph->folded.ptr[0] >= '0' && glyph->folded.ptr[0] <= '9';
}
