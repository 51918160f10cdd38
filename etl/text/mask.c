#include "text/mask.h"

#include "text/character.h"

Text
mask_person(Text written, Arena *arena)
{
    Text trimmed = text_trim(written);
    if (trimmed.len == 0)
        return TEXT_NONE;
    if (text_equal(trimmed, TEXT(MASK_DISPOSED)))
        return trimmed;
    return arena_printf(arena, "%" TEXT_FMT "**", TEXT_ARG(character_at(trimmed, 0)));
}
