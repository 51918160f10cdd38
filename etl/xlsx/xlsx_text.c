#include "xlsx/xlsx_text.h"

#include <stdint.h>
#include <string.h>

#include "charset/utf8.h"
#include "text/character.h"
#include "text/symbolfont.h"

enum { ESCAPE_LEN = 7 }; /* _xHHHH_ */

void
xlsx_text_open(XlsxText *text, size_t ceiling)
{
    *text = (XlsxText){.text = buf_new(ceiling)};
}

void
xlsx_text_close(XlsxText *text)
{
    buf_free(&text->text);
}

void
xlsx_text_begin(XlsxText *text)
{
    buf_clear(&text->text);
    text->in_text = text->in_phonetic = false;
    text->runs = (XlsxRuns){.own = XLSX_RUNS_NONE};
    text->font = (XlsxFont){.white = false};
    text->last_struck = false;
}

static void
begin_run(XlsxText *text)
{
    text->runs.rich = true;
    text->font = (XlsxFont){.white = false};
}

static void
take_property(XlsxText *text, const char *element, const char *const *attributes)
{
    xlsx_font_take(&text->font, element, attributes);
    text->runs.struck = text->runs.struck || text->font.look.struck;
}

void
xlsx_text_start(XlsxText *text, const char *element, const char *const *attributes)
{
    if (strcmp(element, "t") == 0)
        text->in_text = true;
    else if (strcmp(element, "rPh") == 0)
        text->in_phonetic = true;
    else if (strcmp(element, "r") == 0)
        begin_run(text);
    else if (!text->in_phonetic)
        take_property(text, element, attributes);
}

void
xlsx_text_end(XlsxText *text, const char *element)
{
    if (strcmp(element, "t") == 0)
        text->in_text = false;
    else if (strcmp(element, "rPh") == 0)
        text->in_phonetic = false;
}

static void
note_look(XlsxText *text, Text piece)
{
    XlsxRuns *runs = &text->runs;
    bool seen = !character_all_blank(piece);
    runs->white = runs->white || (text->font.white && seen);
    runs->tiny = runs->tiny || (text->font.tiny && seen);
    if (text->font.named && runs->own == XLSX_RUNS_NONE)
        runs->own = text->text.len;
}

/* In a piece with _ figures may be those of a character that is escaped. */
bool
xlsx_text_add(XlsxText *text, Text piece)
{
    if (!text->in_text || text->in_phonetic || piece.len == 0)
        return true;
    RunLook look = text->font.look;
    bool escaped = memchr(piece.ptr, '_', piece.len) != NULL;
    note_look(text, piece);
    if (text->font.symbols.len > 0 && !escaped) {
        text->runs.unknown |= !symbolfont_spell(&text->text, text->font.symbols, piece);
        return !text->text.lacks;
    }
    if (escaped)
        look.script = RUN_UNSET;
    return runs_add(&text->text, piece, look, &text->last_struck);
}

static int
hex_value(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* The UTF-16 unit that is escaped at the front, or -1. */
static int32_t
escaped_unit(const char *bytes, size_t left)
{
    int32_t unit = 0;
    if (left < ESCAPE_LEN || bytes[0] != '_' || bytes[1] != 'x' || bytes[ESCAPE_LEN - 1] != '_')
        return -1;
    for (int i = 2; i < ESCAPE_LEN - 1; i++) {
        int value = hex_value(bytes[i]);
        if (value < 0)
            return -1;
        unit = unit << 4 | value;
    }
    return unit;
}

/*
 * The character that is escaped at the front and the bytes it takes; 0 where nothing, or nothing that text can hold, is
 * escaped.
 */
static size_t
escaped_character(const char *bytes, size_t left, uint32_t *point)
{
    int32_t unit = escaped_unit(bytes, left);
    if (unit <= 0 || (unit >= 0xDC00 && unit < 0xE000))
        return 0;
    *point = (uint32_t)unit;
    if (unit < 0xD800 || unit >= 0xE000)
        return ESCAPE_LEN;
    int32_t low = escaped_unit(bytes + ESCAPE_LEN, left - ESCAPE_LEN);
    if (low < 0xDC00 || low >= 0xE000)
        return 0;
    *point = 0x10000 + ((uint32_t)(unit - 0xD800) << 10) + (uint32_t)(low - 0xDC00);
    return (size_t)2 * ESCAPE_LEN;
}

size_t
xlsx_text_unescape(char *bytes, size_t len)
{
    char *hit = len > 0 ? memmem(bytes, len, "_x", 2) : NULL;
    if (hit == NULL)
        return len;
    size_t out = (size_t)(hit - bytes);
    for (size_t at = out; at < len;) {
        uint32_t point;
        size_t taken = escaped_character(bytes + at, len - at, &point);
        if (taken > 0)
            out += utf8_write(bytes + out, point);
        else
            bytes[out++] = bytes[at];
        at += taken > 0 ? taken : 1;
    }
    return out;
}

/* Nothing is escaped across the place where the fonts change. */
void
xlsx_text_settle(XlsxText *text)
{
    Buf *all = &text->text;
    size_t own = text->runs.own < all->len ? text->runs.own : all->len;
    size_t head = xlsx_text_unescape(all->ptr, own), tail = xlsx_text_unescape(all->ptr + own, all->len - own);
    if (head < own)
        memmove(all->ptr + head, all->ptr + own, tail);
    all->len = head + tail;
    if (text->runs.own != XLSX_RUNS_NONE)
        text->runs.own = head;
}
