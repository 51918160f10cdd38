#include "parcel/rare.h"

#include "charset/gbk.h"
#include "text/character.h"

Rare *
rare_open(Arena *arena, Err *err)
{
    Rare *rare = arena_alloc(arena, sizeof *rare);
    rare->arena = arena;
    rare->found = arena_array(arena, RARE_MAX, sizeof *rare->found);
    rare->held = arena_array(arena, RARE_BASIC, 1);
    rare->gbk = gbk_open(err);
    return rare->gbk == NULL ? NULL : rare;
}

void
rare_close(Rare *rare)
{
    if (rare != NULL)
        gbk_close(rare->gbk);
}

bool
rare_is_private(uint32_t code_point)
{
    return (code_point >= 0xE000 && code_point <= 0xF8FF) || code_point >= 0xF0000;
}

/* Source: RFC 3629, 3. */
static uint32_t
code_point_of(Text character)
{
    static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t code = (unsigned char)character.ptr[0];
    code &= character.len <= 4 ? lead_bits[character.len] : 0;
    for (size_t i = 1; i < character.len; i++)
        code = code << 6 | ((unsigned char)character.ptr[i] & 0x3F);
    return code;
}

/* One of a file's column that was met before, the newest first: files and columns come in runs. */
static RareCharacter *
met_before(const Rare *rare, Text character, Text file, Text column)
{
    for (size_t i = rare->count; i > 0; i--) {
        RareCharacter *found = &rare->found[i - 1];
        if (text_equal(found->character, character) && text_equal(found->column, column) &&
            text_equal(found->file, file))
            return found;
    }
    return NULL;
}

static void
note(Rare *rare, Text character, RareCharacter place)
{
    RareCharacter *before = met_before(rare, character, place.file, place.column);
    if (before != NULL) {
        before->cells += before->last_row != place.row;
        before->last_row = place.row;
        return;
    }
    rare->more = rare->more || rare->count == RARE_MAX;
    if (rare->count == RARE_MAX)
        return;
    place.character = arena_text(rare->arena, character);
    place.cells = 1;
    place.last_row = place.row;
    rare->found[rare->count++] = place;
}

enum { NOT_ASKED, HELD, LACKING };

static bool
is_lacking(Rare *rare, Text character, uint32_t code_point)
{
    if (code_point >= RARE_BASIC)
        return !gbk_holds(rare->gbk, character);
    unsigned char *known = &rare->held[code_point];
    if (*known == NOT_ASKED)
        *known = gbk_holds(rare->gbk, character) ? HELD : LACKING;
    return *known == LACKING;
}

static void
look_at(Rare *rare, Text cell, RareCharacter place)
{
    for (size_t at = 0; at < cell.len;) {
        Text character = character_at(cell, at);
        at += character.len;
        if (character.len == 1)
            continue;
        place.code_point = code_point_of(character);
        place.is_private = rare_is_private(place.code_point);
        if (place.is_private || is_lacking(rare, character, place.code_point))
            note(rare, character, place);
    }
}

void
rare_look(Rare *rare, Text file, const Text *labels, const Text *cells, size_t count, uint64_t row)
{
    for (size_t i = 0; i < count; i++)
        look_at(rare, cells[i], (RareCharacter){.file = file, .column = labels[i], .row = row});
}
