#include "out/celltext.h"

#include "base/buf.h"

#include <stdint.h>
#include <string.h>

/* The length of the UTF-8 sequence that begins with `lead`; 0 where none does. */
static size_t
sequence_len(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* The code point at `at` and its length in bytes; false for a byte that is no UTF-8 (overlong and surrogates too). */
static bool
code_point(Text text, size_t at, uint32_t *code, size_t *len)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *bytes = (const unsigned char *)text.ptr + at;
    *len = sequence_len(bytes[0]);
    if (*len == 0 || *len > text.len - at)
        return false;
    *code = *len == 1 ? bytes[0] : bytes[0] & (0x7Fu >> *len);
    for (size_t i = 1; i < *len; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return false;
        *code = *code << 6 | (bytes[i] & 0x3F);
    }
    return *code >= smallest[*len] && *code <= 0x10FFFF && (*code < 0xD800 || *code > 0xDFFF);
}

/* Source: XML 1.0, production 2 (Char). */
static bool
forbidden_in_xml(uint32_t code)
{
    return (code < 0x20 && code != '\t' && code != '\n') || code == 0xFFFE || code == 0xFFFF;
}

/* "_x000D_" as it was written would be read as that character. Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring). */
static bool
reads_as_escape(Text text, size_t at)
{
    static const char digits[] = "0123456789abcdefABCDEF";
    Text part = text_sub(text, at, 7);
    if (part.len < 7 || part.ptr[0] != '_' || part.ptr[1] != 'x' || part.ptr[6] != '_')
        return false;
    for (size_t i = 2; i < 6; i++)
        if (memchr(digits, part.ptr[i], sizeof digits - 1) == NULL)
            return false;
    return true;
}

static bool
append_shown(Buf *out, Text text, size_t at, uint32_t code, size_t len)
{
    if (reads_as_escape(text, at))
        return buf_text(out, TEXT("_x005F_"));
    if (code != '\r')
        return forbidden_in_xml(code) ? buf_printf(out, "U+%04X", code) : buf_append(out, text.ptr + at, len);
    bool line_feed_follows = at + 1 < text.len && text.ptr[at + 1] == '\n';
    return line_feed_follows || buf_char(out, '\n');
}

const char *
celltext_clean(Text text, Arena *arena)
{
    Buf shown = buf_new((size_t)CELLTEXT_MAX * 8);
    const char *result = NULL;
    size_t at = 0;
    for (size_t count = 0; at < text.len && count < CELLTEXT_MAX; count++) {
        uint32_t code;
        size_t len;
        if (!code_point(text, at, &code, &len) || !append_shown(&shown, text, at, code, len))
            goto done;
        at += len;
    }
    if (at < text.len && !buf_text(&shown, TEXT("…")))
        goto done;
    result = arena_string(arena, buf_view(&shown));
done:
    buf_free(&shown);
    return result;
}

static bool
is_word_byte(char byte)
{
    return (unsigned char)byte > ' ' && (unsigned char)byte < 0x80;
}

/* The bytes from `at` that a line break does not part: a run of ASCII letters and signs, else one character. */
static size_t
unbroken_len(Text text, size_t at, size_t *width)
{
    size_t len = 0;
    while (at + len < text.len && is_word_byte(text.ptr[at + len]))
        len++;
    *width = len;
    if (len > 0)
        return len;
    len = sequence_len((unsigned char)text.ptr[at]);
    *width = len > 1 ? 2 : 1;
    return len == 0 ? 1 : len;
}

size_t
celltext_lines(Text text, size_t width)
{
    size_t lines = 1;
    size_t used = 0;
    for (size_t at = 0, part; at < text.len;) {
        size_t len = unbroken_len(text, at, &part);
        bool line_end = text.ptr[at] == '\n';
        if (line_end || (used > 0 && used + part > width)) {
            lines++;
            used = 0;
        }
        if (part > width && width > 0)
            lines += (part - 1) / width;
        used += line_end ? 0 : part > width && width > 0 ? (part - 1) % width + 1 : part;
        at += len;
    }
    return lines;
}
