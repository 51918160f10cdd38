#include "text/character.h"

static bool
is_general_space(Text character)
{
    if (character.len != 3 || !text_starts_with(character, TEXT("\xE2\x80")))
        return false;
    unsigned char last = (unsigned char)character.ptr[2];
    return last >= 0x80 && last <= 0x8B;
}

bool
character_is_blank(Text character)
{
    if (character.len == 1)
        return character.ptr[0] == ' ' || (character.ptr[0] >= '\t' && character.ptr[0] <= '\r');
    return text_equal(character, TEXT("\u3000")) || text_equal(character, TEXT("\u00A0")) ||
           text_equal(character, TEXT("\uFEFF")) || is_general_space(character);
}

bool
character_all_blank(Text text)
{
    size_t at = 0;
    while (at < text.len) {
        Text character = character_at(text, at);
        if (!character_is_blank(character))
            return false;
        at += character.len;
    }
    return true;
}
