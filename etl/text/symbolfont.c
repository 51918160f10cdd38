#include "text/symbolfont.h"

#include <strings.h>

#include "text/character.h"
#include "text/codepoint.h"

enum { BOX = 0x2610, BOX_TICK = 0x2611, BOX_CROSS = 0x2612, TICK = 0x221A, CROSS = 0xD7, PRIVATE = 0xF000 };

typedef struct Symbol {
    uint8_t code;
    uint16_t character;
} Symbol;

static const Symbol wingdings[] = {
    {0x20, ' '},    {0x6C, 0x25CF}, {0x6D, 0x25CB}, {0x6E, 0x25A0},    {0x6F, BOX},      {0x70, BOX},
    {0x71, BOX},    {0x72, BOX},    {0x74, 0x25C6}, {0x75, 0x25C6},    {0x9F, 0x2022},   {0xA1, 0x25CB},
    {0xA2, 0x25CB}, {0xA3, 0x25CB}, {0xA4, 0x25C9}, {0xA7, 0x25AA},    {0xA8, BOX},      {0xD8, 0x27A2},
    {0xE0, 0x2192}, {0xFB, CROSS},  {0xFC, TICK},   {0xFD, BOX_CROSS}, {0xFE, BOX_TICK},
};

static const Symbol wingdings2[] = {
    {0x20, ' '},      {0x2A, BOX},       {0x4F, CROSS},     {0x50, TICK},   {0x51, BOX_CROSS},
    {0x52, BOX_TICK}, {0x53, BOX_CROSS}, {0x54, BOX_CROSS}, {0x98, 0x25CF}, {0xA3, BOX},
};

static const Symbol symbol[] = {
    {0x20, ' '},    {0x25, '%'},    {0x28, '('},  {0x29, ')'},    {0x2B, '+'},    {0x2C, ','},    {0x2D, 0x2212},
    {0x2E, '.'},    {0x2F, '/'},    {0x30, '0'},  {0x31, '1'},    {0x32, '2'},    {0x33, '3'},    {0x34, '4'},
    {0x35, '5'},    {0x36, '6'},    {0x37, '7'},  {0x38, '8'},    {0x39, '9'},    {0x3A, ':'},    {0x3B, ';'},
    {0x3C, '<'},    {0x3D, '='},    {0x3E, '>'},  {0x57, 0x03A9}, {0x61, 0x03B1}, {0x62, 0x03B2}, {0x6D, 0x03BC},
    {0xA3, 0x2264}, {0xB0, 0xB0},   {0xB1, 0xB1}, {0xB3, 0x2265}, {0xB4, CROSS},  {0xB7, 0x2022}, {0xB8, 0xF7},
    {0xB9, 0x2260}, {0xBB, 0x2248}, {0xD6, TICK},
};

typedef struct Font {
    const char *name;
    const Symbol *symbols;
    size_t count;
} Font;

#define FONT(name, symbols)                                                                                            \
    {                                                                                                                  \
        name, symbols, sizeof(symbols) / sizeof((symbols)[0])                                                          \
    }

static const Font fonts[] = {
    FONT("Wingdings", wingdings), FONT("Wingdings 2", wingdings2), FONT("Symbol", symbol),
    {"Wingdings 3", NULL, 0},     {"Webdings", NULL, 0},           {"ZapfDingbats", NULL, 0},
    {"Monotype Sorts", NULL, 0},
};

static const Font *
find_font(Text name)
{
    for (size_t i = 0; i < sizeof fonts / sizeof fonts[0]; i++)
        if (name.len == text_of(fonts[i].name).len && strncasecmp(name.ptr, fonts[i].name, name.len) == 0)
            return &fonts[i];
    return NULL;
}

Text
symbolfont_name(Text name)
{
    const Font *font = name.len > 0 ? find_font(name) : NULL;
    return font != NULL ? text_of(font->name) : TEXT("");
}

static bool
is_character(uint32_t code)
{
    bool surrogate = code >= 0xD800 && code < 0xE000, private = code >= 0xE000 && code < 0xF900;
    return code >= 0x20 && code < 0xFFFE && !surrogate && !private;
}

uint32_t
symbolfont_character(Text name, uint32_t code)
{
    const Font *font = name.len > 0 ? find_font(name) : NULL;
    if (font == NULL)
        return is_character(code) ? code : 0;
    code = code >= PRIVATE && code <= PRIVATE + 0xFF ? code - PRIVATE : code;
    for (size_t i = 0; i < font->count; i++)
        if (font->symbols[i].code == code)
            return font->symbols[i].character;
    return code > 0xFF && is_character(code) ? code : 0;
}

bool
symbolfont_spell(Buf *out, Text font, Text piece)
{
    enum { LONGEST = 4, UNKNOWN = 0xFFFD };
    bool known = true;
    for (size_t at = 0; at < piece.len;) {
        Text written = character_at(piece, at);
        char seen[LONGEST];
        CodePoint code = codepoint_next(piece, &at);
        uint32_t character = symbolfont_character(font, (uint32_t)code);
        known = known && (character != 0 || character_is_blank(written));
        if (character_is_blank(written))
            buf_text(out, written);
        else
            buf_append(out, seen,
                       (size_t)utf8proc_encode_char(character != 0 ? (CodePoint)character : UNKNOWN,
                                                    (utf8proc_uint8_t *)seen));
    }
    return known;
}
