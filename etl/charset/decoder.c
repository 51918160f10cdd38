#include "charset/decoder.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "charset/gbcodes.h"
#include "charset/gbwindow.h"
#include "charset/utf8.h"

/* Bytes of a block that are decoded at once. No byte becomes more than three; a character may reach behind them, and words are copied whole. */
enum { SLICE = 2048, BATCH = 3 * (SLICE + UTF8_LONGEST) + 2 * sizeof(uint64_t) };

struct Decoder {
    Encoding encoding;
    GbCodes *codes; /* of GB18030 and CP936 */
    uint64_t offset;
    uint64_t until; /* where the file is taken to end */
    uint64_t wide;  /* characters of more than one byte so far */
    size_t held;    /* bytes at the front of raw that wait for the rest of their character */
    unsigned char raw[DECODER_BLOCK];
};

static Utf8
utf8_of(uint32_t point)
{
    if (point < 0x80)
        return (Utf8){1, {(char)point}};
    if (point < 0x800)
        return (Utf8){2, {(char)(0xC0 | point >> 6), (char)(0x80 | (point & 0x3F))}};
    if (point < 0x10000)
        return (Utf8){3,
                      {(char)(0xE0 | point >> 12), (char)(0x80 | (point >> 6 & 0x3F)), (char)(0x80 | (point & 0x3F))}};
    return (Utf8){4,
                  {(char)(0xF0 | point >> 18), (char)(0x80 | (point >> 12 & 0x3F)), (char)(0x80 | (point >> 6 & 0x3F)),
                   (char)(0x80 | (point & 0x3F))}};
}

static bool
is_gb(Encoding encoding)
{
    return encoding == ENCODING_GB18030 || encoding == ENCODING_CP936;
}

const char *
encoding_name(Encoding encoding)
{
    static const char *const names[] = {"UTF-8", "GB18030", "CP936", "UTF-16LE", "UTF-16BE"};
    return names[encoding];
}

Decoder *
decoder_open(Encoding encoding, Err *err)
{
    Decoder *decoder = mem_alloc(sizeof *decoder);
    memset(decoder, 0, sizeof *decoder);
    decoder->encoding = encoding;
    if (!is_gb(encoding))
        return decoder;
    decoder->codes = gbcodes_open(encoding_name(encoding), encoding == ENCODING_GB18030, err);
    if (decoder->codes == NULL) {
        mem_free(decoder);
        return NULL;
    }
    return decoder;
}

void
decoder_close(Decoder *decoder)
{
    if (decoder == NULL)
        return;
    gbcodes_close(decoder->codes);
    mem_free(decoder);
}

bool
decoder_rewind(Decoder *decoder, int fd, uint64_t offset, Err *err)
{
    if (lseek(fd, (off_t)offset, SEEK_SET) < 0)
        return err_set(err, ERR_IO, "could not seek to byte %llu: %m", (unsigned long long)offset);
    decoder->offset = offset;
    decoder->until = UINT64_MAX;
    decoder->wide = 0;
    decoder->held = 0;
    return true;
}

void
decoder_until(Decoder *decoder, uint64_t until)
{
    decoder->until = until;
}

uint64_t
decoder_offset(const Decoder *decoder)
{
    return decoder->offset;
}

uint64_t
decoder_wide(const Decoder *decoder)
{
    return decoder->wide;
}

static uint32_t
utf16_unit(Encoding encoding, const unsigned char *bytes)
{
    return encoding == ENCODING_UTF16LE ? (uint32_t)(bytes[0] | bytes[1] << 8) : (uint32_t)(bytes[0] << 8 | bytes[1]);
}

static int
utf16_step(Encoding encoding, const unsigned char *bytes, size_t left, Utf8 *out)
{
    if (left < 2)
        return 0;
    uint32_t unit = utf16_unit(encoding, bytes);
    if (unit == 0 || (unit >= 0xDC00 && unit < 0xE000))
        return -1;
    if (unit < 0xD800 || unit >= 0xE000) {
        *out = utf8_of(unit);
        return 2;
    }
    if (left < 4)
        return 0;
    uint32_t low = utf16_unit(encoding, bytes + 2);
    if (low < 0xDC00 || low >= 0xE000)
        return -1;
    *out = utf8_of(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
    return 4;
}

/* The character at the front: its bytes (0 not whole yet, -1 none), and in *out what it is in UTF-8. */
static inline int
step(Decoder *decoder, const unsigned char *bytes, size_t left, Utf8 *out)
{
    if (is_gb(decoder->encoding))
        return gbcodes_step(decoder->codes, bytes, left, out);
    if (decoder->encoding != ENCODING_UTF8)
        return utf16_step(decoder->encoding, bytes, left, out);
    int len = utf8_step(bytes, left);
    if (len > 0) {
        out->len = (unsigned char)len;
        memcpy(out->bytes, bytes, (size_t)len);
    }
    return len;
}

bool
encoding_is_utf16(Encoding encoding)
{
    return encoding == ENCODING_UTF16LE || encoding == ENCODING_UTF16BE;
}

typedef struct Batch {
    size_t filled;
    char bytes[BATCH];
} Batch;

/* The ASCII at the front; gives the offset of the first byte that is none. */
static size_t
take_ascii(const Decoder *decoder, size_t at, size_t len, Batch *batch)
{
    size_t count = utf8_copy_ascii(decoder->raw + at, len - at, batch->bytes + batch->filled);
    batch->filled += count;
    return at + count;
}

/*
 * ASCII and the pairs that are filled, which is nearly all of a file, without the general step; gives the offset of the
 * first byte that needs it.
 */
static size_t
take_pairs(Decoder *decoder, size_t at, size_t len, Batch *batch)
{
    const GbCodes *codes = decoder->codes;
    const unsigned char *from = decoder->raw + at, *end = decoder->raw + len, *last = end - 1;
    char *to = batch->bytes + batch->filled;
    size_t ascii, narrow = 0;
    do {
        for (const GbPair *pair; from < last && (pair = gbcodes_pair(codes, from))->len > 0; from += 2) {
            memcpy(to, pair, sizeof *pair);
            to += pair->len;
        }
        ascii = utf8_copy_ascii(from, (size_t)(end - from), to);
        to += ascii;
        from += ascii;
        narrow += ascii;
    } while (ascii > 0);
    batch->filled = (size_t)(to - batch->bytes);
    len = (size_t)(from - decoder->raw);
    decoder->wide += (len - at - narrow) / 2;
    return len;
}

/* As take_pairs where nobody wants the text. */
static size_t
skip_pairs(Decoder *decoder, size_t at, size_t len)
{
    const GbCodes *codes = decoder->codes;
    if (decoder->offset > 0 && gbcodes_whole(decoder->codes)) {
        for (size_t window = 1; len - at >= GB_WINDOW && window > 0; at += window)
            window = gbwindow_skip(decoder->raw + at, &decoder->wide);
    }
    const unsigned char *from = decoder->raw + at, *end = decoder->raw + len, *last = end - 1;
    size_t ascii, narrow = 0;
    do {
        while (from < last && gbcodes_pair(codes, from)->len > 0)
            from += 2;
        ascii = utf8_skip_ascii(from, (size_t)(end - from));
        from += ascii;
        narrow += ascii;
    } while (ascii > 0);
    len = (size_t)(from - decoder->raw);
    decoder->wide += (len - at - narrow) / 2;
    return len;
}

/* The same for UTF-16: all but surrogates and NUL. */
static size_t
take_easy_utf16(Decoder *decoder, size_t at, size_t len, Batch *batch)
{
    for (; at + 1 < len; at += 2) {
        uint32_t unit = utf16_unit(decoder->encoding, decoder->raw + at);
        char *to = batch->bytes + batch->filled;
        if (unit == 0 || (unit >= 0xD800 && unit < 0xE000))
            break;
        decoder->wide++;
        if (unit < 0x80) {
            to[0] = (char)unit;
            batch->filled++;
        } else if (unit < 0x800) {
            to[0] = (char)(0xC0 | unit >> 6);
            to[1] = (char)(0x80 | (unit & 0x3F));
            batch->filled += 2;
        } else {
            to[0] = (char)(0xE0 | unit >> 12);
            to[1] = (char)(0x80 | (unit >> 6 & 0x3F));
            to[2] = (char)(0x80 | (unit & 0x3F));
            batch->filled += 3;
        }
    }
    return at;
}

/* All that goes without the general step. */
static size_t
take_easy(Decoder *decoder, size_t at, size_t len, Batch *batch, bool wanted)
{
    if (encoding_is_utf16(decoder->encoding))
        return take_easy_utf16(decoder, at, len, batch);
    if (decoder->codes == NULL)
        return take_ascii(decoder, at, len, batch);
    return wanted ? take_pairs(decoder, at, len, batch) : skip_pairs(decoder, at, len);
}

/* One character by the general step: its bytes, 0 where it is not whole, -1 where it is none. */
static int
take_character(Decoder *decoder, size_t at, size_t len, Batch *batch)
{
    Utf8 character = {0};
    int taken = step(decoder, decoder->raw + at, len - at, &character);
    if (taken > 0) {
        decoder->wide += taken > 1;
        memcpy(batch->bytes + batch->filled, character.bytes, UTF8_LONGEST);
        batch->filled += character.len;
    }
    return taken;
}

static bool
flush(Batch *batch, Buf *out)
{
    bool room = out == NULL || buf_append(out, batch->bytes, batch->filled);
    batch->filled = 0;
    return room;
}

/*
 * Decodes the whole characters at the front of raw; their bytes are counted in *used. False at a sequence that is none.
 */
static bool
decode_block(Decoder *decoder, size_t len, Buf *out, size_t *used, bool *room)
{
    Batch batch;
    size_t at = 0;
    int taken = 1;
    batch.filled = 0;
    while (at < len && taken > 0) {
        size_t end = len - at < SLICE ? len : at + SLICE;
        while (at < end && taken > 0) {
            at = take_easy(decoder, at, end, &batch, out != NULL);
            if (at < end && (taken = take_character(decoder, at, len, &batch)) > 0)
                at += (size_t)taken;
        }
        *room = flush(&batch, out) && *room;
    }
    *used = at;
    return taken >= 0;
}

DecodeState
decoder_read(Decoder *decoder, int fd, Buf *out, Err *err)
{
    uint64_t left = decoder->until - decoder->offset - decoder->held;
    size_t room_left = DECODER_BLOCK - decoder->held;
    ssize_t got = file_read_some(fd, decoder->raw + decoder->held, left < room_left ? (size_t)left : room_left);
    if (got < 0) {
        err_set(err, ERR_IO, "could not read: %m");
        return DECODE_FAULT;
    }
    size_t len = decoder->held + (size_t)got, used;
    bool room = true;
    bool good = decode_block(decoder, len, out, &used, &room);
    decoder->offset += used;
    decoder->held = len - used;
    memmove(decoder->raw, decoder->raw + used, decoder->held);
    if (!room) {
        err_set(err, ERR_BUG, "decoder_read: the buffer has no room for a block");
        return DECODE_FAULT;
    }
    if (!good || (got == 0 && decoder->held > 0))
        return DECODE_BAD;
    return got == 0 ? DECODE_END : DECODE_MORE;
}

bool
decoder_text(Decoder *decoder, Text bytes, Buf *out)
{
    bool room = true;
    for (size_t at = 0, used; at < bytes.len; at += used) {
        Text part = text_sub(bytes, at, DECODER_BLOCK);
        memcpy(decoder->raw, part.ptr, part.len);
        if (!decode_block(decoder, part.len, out, &used, &room) || used == 0 || !room)
            return false;
    }
    return true;
}
