#include "xls/biff_text.h"

#include <stdio.h>

#include "base/limits.h"
#include "text/character.h"
#include "text/symbolfont.h"

enum {
    FLAG_WIDE = 0x01,
    FLAG_PHONETIC = 0x04,
    FLAG_RICH = 0x08,
    FLAGS_KNOWN = FLAG_WIDE | FLAG_PHONETIC | FLAG_RICH,
    RUN_SIZE = 4,
    ESCAPE = 7 /* _xHHHH_ */
};

typedef struct BiffRun {
    size_t start; /* in units */
    XlsxFont font;
} BiffRun;

void
biff_text_open(BiffText *text, const XlsxStyles *styles, size_t ceiling)
{
    *text = (BiffText){.styles = styles, .text = buf_new(ceiling), .units = buf_new(ceiling)};
    text->runs = buf_new((size_t)UINT16_MAX * sizeof(BiffRun));
    text->piece = buf_new(ceiling);
    text->spelled = buf_new(ceiling);
}

void
biff_text_close(BiffText *text)
{
    buf_free(&text->text);
    buf_free(&text->units);
    buf_free(&text->runs);
    buf_free(&text->piece);
    buf_free(&text->spelled);
    decoder_close(text->utf16);
    decoder_close(text->gbk);
    codepage_close(text->page);
}

long
biff_text_font(uint16_t number)
{
    return number < 4 ? number : number == 4 ? -1 : number - 1;
}

static bool
take_u16(Biff *biff, size_t size, uint16_t *out, Err *err)
{
    unsigned char bytes[2] = {0};
    if (!biff_take(biff, bytes, size, err))
        return false;
    *out = (uint16_t)(bytes[0] | bytes[1] << 8);
    return true;
}

static bool
add_unit(BiffText *text, unsigned unit)
{
    char bytes[2] = {(char)(unit & 0xFF), (char)(unit >> 8)};
    return buf_append(&text->units, bytes, sizeof bytes);
}

/* Units as they stand, a narrow one widened. A piece that begins in a CONTINUE record says anew how wide it is. */
static bool
take_units(BiffText *text, Biff *biff, size_t count, bool wide, Err *err)
{
    while (count > 0) {
        size_t size = wide ? 2 : 1;
        size_t here = biff_left(biff) / size < count ? biff_left(biff) / size : count;
        const unsigned char *from = biff->body + biff->pos;
        bool room = true;
        if (wide)
            room = buf_append(&text->units, from, 2 * here);
        else
            for (size_t i = 0; i < here; i++)
                room = add_unit(text, from[i]) && room;
        biff->pos += here * size;
        count -= here;
        if (!room || (count > 0 && biff_left(biff) > 0))
            return biff_damaged(biff, err);
        if (count == 0)
            break;
        unsigned char flags;
        if (!biff_continue(biff, err) || !biff_take(biff, &flags, 1, err))
            return false;
        wide = (flags & FLAG_WIDE) != 0;
    }
    return true;
}

static unsigned
unit_at(const Buf *units, size_t at)
{
    return at + 1 < units->len ? (unsigned char)units->ptr[at] | (unsigned)(unsigned char)units->ptr[at + 1] << 8 : 0;
}

static bool
is_low(unsigned unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

static bool
is_high(unsigned unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool
decode_utf16(BiffText *text, Text units, Buf *out, Err *err)
{
    if (text->utf16 == NULL)
        text->utf16 = decoder_open(ENCODING_UTF16LE, err);
    return text->utf16 != NULL && decoder_text(text->utf16, units, out);
}

/* Where nothing decodes the units as they are: piece by piece, and between them what text cannot hold. */
static bool
decode_broken(BiffText *text, Err *err)
{
    const Buf *units = &text->units;
    buf_clear(&text->text);
    for (size_t at = 0; at < units->len; at += 2) {
        unsigned unit = unit_at(units, at);
        bool pair = is_high(unit) && is_low(unit_at(units, at + 2));
        bool good = pair || (unit != 0 && !is_high(unit) && !is_low(unit));
        char escaped[ESCAPE + 1];
        snprintf(escaped, sizeof escaped, "_x%04X_", unit & 0xFFFF);
        if (good ? !decode_utf16(text, text_sub(buf_view(units), at, pair ? 4 : 2), &text->text, err)
                 : !buf_text(&text->text, text_of(escaped)))
            return false;
        at += pair ? 2 : 0;
    }
    return true;
}

/* Some programs leave out the flags of an empty text that is the last of its record. */
static bool
has_no_flags(Biff *biff, size_t count, bool *none, Err *err)
{
    uint16_t next = BIFF_CONTINUE;
    if (count == 0 && biff_left(biff) == 0 && !biff_peek(biff, &next, err))
        return false;
    *none = next != BIFF_CONTINUE;
    return true;
}

/* Where each begins, and its font. Source: [MS-XLS] 2.5.132 FormatRun. */
static bool
take_runs(BiffText *text, Biff *biff, size_t count, Err *err)
{
    for (size_t i = 0; i < count; i++) {
        unsigned char run[RUN_SIZE];
        if (!biff_take(biff, run, sizeof run, err))
            return false;
        long font = biff_text_font((uint16_t)(run[2] | run[3] << 8));
        BiffRun taken = {(size_t)run[0] | (size_t)run[1] << 8, xlsx_styles_font_at(text->styles, font)};
        text->kinds.struck = text->kinds.struck || taken.font.look.struck;
        if (!buf_append(&text->runs, &taken, sizeof taken))
            return biff_damaged(biff, err);
    }
    return true;
}

/* The units from `from` to `to` as they are to be read behind what is spelled already. */
static bool
spell_run(BiffText *text, size_t from, size_t to, XlsxFont font, bool *last_struck, Err *err)
{
    buf_clear(&text->piece);
    if (!decode_utf16(text, text_sub(buf_view(&text->units), 2 * from, 2 * (to - from)), &text->piece, err))
        return false;
    Text piece = text->piece.len > 0 ? buf_view(&text->piece) : TEXT("");
    bool seen = !character_all_blank(piece);
    text->kinds.white = text->kinds.white || (font.white && seen);
    text->kinds.tiny = text->kinds.tiny || (font.tiny && seen);
    if (font.symbols.len == 0)
        return piece.len == 0 || runs_add(&text->spelled, piece, font.look, last_struck);
    text->kinds.unknown |= !symbolfont_spell(&text->spelled, font.symbols, piece);
    return !text->spelled.lacks;
}

/* What stands ahead of the first run is as its cell is. Runs that begin inside of a character, or out of order, leave the text as it is. */
static void
spell_runs(BiffText *text, Err *err)
{
    const BiffRun *runs = (const BiffRun *)(void *)text->runs.ptr;
    size_t count = text->runs.len / sizeof *runs, end = text->units.len / 2;
    XlsxFont font = {.white = false};
    bool last_struck = false, good = true;
    buf_clear(&text->spelled);
    for (size_t i = 0, from = 0; good && i <= count; i++) {
        size_t to = i < count && runs[i].start < end ? runs[i].start : end;
        good = to >= from && spell_run(text, from, to, font, &last_struck, err);
        if (i == 0)
            text->kinds.own = text->spelled.len;
        font = i < count ? runs[i].font : font;
        from = to;
    }
    if (!good)
        return;
    Buf whole = text->text;
    text->text = text->spelled;
    text->spelled = whole;
}

static bool
read_unicode(BiffText *text, Biff *biff, size_t count, Err *err)
{
    unsigned char flags;
    unsigned char size[4] = {0};
    uint16_t runs = 0;
    bool none;
    if (!has_no_flags(biff, count, &none, err) || (!none && !biff_take(biff, &flags, 1, err)))
        return false;
    if (none)
        return true;
    if ((flags & ~FLAGS_KNOWN) != 0)
        return biff_damaged(biff, err);
    if ((flags & FLAG_RICH) != 0 && !take_u16(biff, 2, &runs, err))
        return false;
    if ((flags & FLAG_PHONETIC) != 0 && !biff_take(biff, size, sizeof size, err))
        return false;
    text->kinds.rich = runs > 0;
    if (!take_units(text, biff, count, (flags & FLAG_WIDE) != 0, err))
        return false;
    if (!decode_utf16(text, buf_view(&text->units), &text->text, err) && !decode_broken(text, err))
        return biff_damaged(biff, err);
    if (!take_runs(text, biff, runs, err))
        return false;
    if (runs > 0)
        spell_runs(text, err);
    return biff_take(biff, NULL, ole_u32(size), err);
}

static bool
is_ascii(Text bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if ((unsigned char)bytes.ptr[i] >= 0x80 || bytes.ptr[i] == '\0')
            return false;
    return true;
}

static bool
take_bytes(BiffText *text, Biff *biff, size_t count, Err *err)
{
    while (count > 0) {
        size_t here = biff_left(biff) < count ? biff_left(biff) : count;
        if (!buf_append(&text->units, biff->body + biff->pos, here))
            return biff_damaged(biff, err);
        biff->pos += here;
        count -= here;
        if (count > 0 && !biff_continue(biff, err))
            return false;
    }
    return true;
}

static bool
refuse_code_page(BiffText *text, Biff *biff, Err *err)
{
    Text name = text->code_page > 0 ? arena_printf(biff->sink->run, "%d", text->code_page) : TEXT("-");
    return sink_refuse(biff->sink, "xls_code_page", (Remark){.place = sink_place(TEXT("")), .raw = name}, err);
}

static bool
tell_assumption(BiffText *text, Biff *biff, Err *err)
{
    if (text->assumed || text->code_page != CODEPAGE_LATIN)
        return true;
    text->assumed = true;
    Text read_as = arena_text(biff->sink->run, buf_view(&text->text));
    Remark remark = {.place = sink_place(TEXT("")), .raw = TEXT("1252"), .read_as = read_as};
    return sink_warn(biff->sink, "xls_code_page_assumed", remark, err);
}

static bool
decode_page(BiffText *text, Biff *biff, Text bytes, Err *err)
{
    if (text->code_page == CODEPAGE_LATIN && codepage_may_be_chinese(bytes))
        return refuse_code_page(text, biff, err);
    if (text->page == NULL)
        text->page = codepage_open(text->code_page);
    if (text->page == NULL || !codepage_text(text->page, bytes, &text->text))
        return refuse_code_page(text, biff, err);
    return tell_assumption(text, biff, err);
}

static bool
decode_code_page(BiffText *text, Biff *biff, Err *err)
{
    Text bytes = buf_view(&text->units);
    if (is_ascii(bytes))
        return bytes.len == 0 || buf_text(&text->text, bytes);
    if (text->code_page != BIFF_CODE_PAGE_GBK)
        return decode_page(text, biff, bytes, err);
    if (text->gbk == NULL && (text->gbk = decoder_open(ENCODING_CP936, err)) == NULL)
        return false;
    return decoder_text(text->gbk, bytes, &text->text) || biff_damaged(biff, err);
}

/* The length and the bytes or units behind it. */
static bool
begin(BiffText *text, Biff *biff, size_t length_size, uint16_t *count, Err *err)
{
    buf_clear(&text->text);
    buf_clear(&text->units);
    buf_clear(&text->runs);
    text->kinds = (XlsxRuns){.own = XLSX_RUNS_NONE};
    return take_u16(biff, length_size, count, err) && (text->unicode || take_bytes(text, biff, *count, err));
}

bool
biff_text_read(BiffText *text, Biff *biff, size_t length_size, Err *err)
{
    uint16_t count;
    if (!begin(text, biff, length_size, &count, err))
        return false;
    return text->unicode ? read_unicode(text, biff, count, err) : decode_code_page(text, biff, err);
}

bool
biff_text_read_format(BiffText *text, Biff *biff, size_t length_size, Err *err)
{
    uint16_t count;
    if (text->unicode || text->code_page == BIFF_CODE_PAGE_GBK)
        return biff_text_read(text, biff, length_size, err);
    if (!begin(text, biff, length_size, &count, err))
        return false;
    for (size_t i = 0; i < text->units.len; i++)
        if (!buf_char(&text->text, is_ascii(text_sub(buf_view(&text->units), i, 1)) ? text->units.ptr[i] : '?'))
            return biff_damaged(biff, err);
    return true;
}
