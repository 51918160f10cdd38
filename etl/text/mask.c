#include "text/mask.h"

#include "text/character.h"

Text
mask_person(Text written, Arena *arena)
{
    Text trimmed = text_trim(written);
    if (trimmed.len == 0)
        return TEXT_NONE;
    return arena_printf(arena, "%" TEXT_FMT "**", TEXT_ARG(character_at(trimmed, 0)));
}
