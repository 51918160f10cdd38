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

/* Controls, of which XML forbids most. Source: XML 1.0, production 2 (Char) and its note on 7F to 9F. */
static bool
is_control(uint32_t code)
{
    return (code >= 0x7F && code <= 0x9F) || (code < 0x20 && code != '\t' && code != '\n') || code == 0xFFFE ||
           code == 0xFFFF;
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
        return is_control(code) ? buf_printf(out, "U+%04X", code) : buf_append(out, text.ptr + at, len);
    bool line_feed_follows = at + 1 < text.len && text.ptr[at + 1] == '\n';
    return line_feed_follows || buf_char(out, '\n');
}

/* Whether a cell holds the text as it is, as it does most. */
static bool
is_clean(Text text)
{
    uint32_t code;
    size_t len;
    size_t at = 0;
    for (size_t count = 0; at < text.len; count++, at += len)
        if (count == CELLTEXT_MAX || !code_point(text, at, &code, &len) || code == '\r' || code == '_' ||
            is_control(code))
            return false;
    return true;
}

const char *
celltext_clean(Text text, Arena *arena)
{
    if (is_clean(text))
        return arena_string(arena, text);
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

/* From `first` to `last`, each so many half-width characters wide; what is in no range takes two. Source: the fonts of GB/T 9704
 * (仿宋_GB2312, 黑体, 宋体) and UAX #11: letters and signs that a Chinese font draws over the whole square count as wide. */
static const struct Width {
    uint32_t first, last;
    int halves;
} widths[] = {
    {0x0020, 0x007E, 1}, {0x00A0, 0x00A0, 1}, {0x00C0, 0x00D6, 1}, {0x00D8, 0x00F6, 1},   {0x00F8, 0x024F, 1},
    {0x0300, 0x036F, 0}, {0x1E00, 0x1EFF, 1}, {0x200B, 0x200F, 0}, {0x202A, 0x202E, 0},   {0x2060, 0x2064, 0},
    {0xFE00, 0xFE0F, 0}, {0xFEFF, 0xFEFF, 0}, {0xFF61, 0xFFDC, 1}, {0xE0100, 0xE01EF, 0},
};

/* Between two of these ranges lies all of Chinese. */
enum { WIDE_FROM = 0x2064, WIDE_BEFORE = 0xFE00 };

static size_t
halves_of(uint32_t code)
{
    /* most of what is written */
    if (code > WIDE_FROM && code < WIDE_BEFORE)
        return 2;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        if (code >= widths[i].first && code <= widths[i].last)
            return (size_t)widths[i].halves;
    return code < 0x20 ? 1 : 2;
}

/* What may not begin a line, and takes the character before it along. */
static bool
closes(Text piece)
{
    static const char signs[] = "，。、；：？！）】》〉」』”’…％·—)]}%,.;:?!";
    return piece.len > 0 && text_find(TEXT(signs), piece, 0) != SIZE_MAX;
}

static bool
is_letter(uint32_t code)
{
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || code >= 0xC0;
}

/* The bytes from `at` that a line break does not part: a run of letters, digits and signs of half width, else one character. Where a Chinese font
 * is missing, letters may come from one that draws them wider: a run with letters counts a quarter more. */
static size_t
unbroken_len(Text text, size_t at, size_t *width)
{
    size_t run = 0, len = 0, halves = 0;
    uint32_t code = 0;
    bool letters = false;
    bool known = code_point(text, at, &code, &len);
    size_t first = known ? halves_of(code) : 1;
    while (known && halves_of(code) == 1 && code > ' ') {
        letters = letters || is_letter(code);
        run += len;
        halves++;
        known = at + run < text.len && code_point(text, at + run, &code, &len);
    }
    *width = run == 0 ? first : letters ? halves + halves / 4 : halves;
    return run > 0 ? run : known ? len : 1;
}

/* A line being filled: how much of it is used, and by the last piece. */
typedef struct Line {
    size_t count;
    size_t used;
    size_t last;
} Line;

static void
add_piece(Line *line, Text piece, size_t part, size_t width)
{
    if (line->used > 0 && line->used + part > width) {
        line->count++;
        line->used = closes(piece) && line->last < line->used ? line->last : 0;
    }
    line->last = part;
    line->used += part;
    if (line->used > width && width > 0) {
        line->count += (line->used - 1) / width;
        line->used = (line->used - 1) % width + 1;
    }
}

size_t
celltext_lines(Text text, size_t width)
{
    Line line = {.count = 1};
    for (size_t at = 0, part; at < text.len;) {
        size_t len = unbroken_len(text, at, &part);
        if (text.ptr[at] == '\n')
            line = (Line){.count = line.count + 1};
        else
            add_piece(&line, text_sub(text, at, len), part, width);
        at += len;
    }
    return line.count;
}

size_t
celltext_width(Text text, size_t *widest)
{
    size_t sum = 0;
    *widest = 0;
    for (size_t at = 0; at < text.len;) {
        size_t width;
        at += unbroken_len(text, at, &width);
        sum += width;
        *widest = width > *widest ? width : *widest;
    }
    return sum;
}

char *
celltext_shortened(Text text, size_t most, Arena *arena)
{
    size_t characters = 0;
    size_t kept = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (((unsigned char)text.ptr[i] & 0xC0) == 0x80)
            continue;
        if (++characters == most)
            kept = i;
    }
    if (characters <= most)
        return arena_string(arena, text);
    Text cut = arena_printf(arena, "%" TEXT_FMT "…", TEXT_ARG(text_sub(text, 0, kept)));
    return arena_string(arena, cut);
}
