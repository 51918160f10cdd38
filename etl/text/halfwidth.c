#include "text/halfwidth.h"

#include <string.h>

static size_t
sequence_length(unsigned char lead)
{
    if (lead < 0xC0)
        return 1;
    if (lead < 0xE0)
        return 2;
    return lead < 0xF0 ? 3 : 4;
}

/* The code point of a valid sequence of up to three bytes; 0 for longer ones, which have no ASCII counterpart. */
static unsigned
code_point(const unsigned char *bytes, size_t len)
{
    if (len == 1)
        return bytes[0];
    if (len == 2)
        return (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
    if (len == 3)
        return (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
    return 0;
}

static char
ascii_of(unsigned code)
{
    if (code < 0x80)
        return (char)code;
    if (code >= 0xFF01 && code <= 0xFF5E)
        return (char)(code - 0xFEE0);
    if (code == 0x00A0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x3000)
        return ' ';
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0xFE63)
        return '-';
    return 0;
}

char
halfwidth_at(Text text, size_t at, size_t *len)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr + at;

    *len = sequence_length(bytes[0]);
    if (*len > text.len - at)
        *len = text.len - at;
    return ascii_of(code_point(bytes, *len));
}

bool
halfwidth_copy(Text text, char *out, size_t room, size_t *len)
{
    size_t step;

    *len = 0;
    for (size_t at = 0; at < text.len; at += step) {
        char ascii = halfwidth_at(text, at, &step);
        Text piece = ascii == 0 ? text_sub(text, at, step) : (Text){&ascii, 1};

        if (piece.len > room - *len)
            return false;
        memcpy(out + *len, piece.ptr, piece.len);
        *len += piece.len;
    }
    return true;
}

Text
halfwidth_text(Text text, Arena *arena)
{
    char *out = arena_alloc(arena, text.len + 1);
    size_t len;

    halfwidth_copy(text, out, text.len, &len);
    return (Text){out, len};
}
