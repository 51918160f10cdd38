#include "parcel/twin.h"

#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "charset/decoder.h"
#include "charset/encoder.h"

enum { BLOCK = 65536, BOM_LEN = 3 };

/* A mark that could not be read is not taken for none: it would stand in the twin as a character. */
static int
open_behind_bom(const char *path, Err *err)
{
    char bom[BOM_LEN];
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) {
        err_set(err, ERR_IO, "could not open file \"%s\": %m", path);
        return -1;
    }
    ssize_t got = file_read_some(fd, bom, BOM_LEN);
    bool has_bom = got == BOM_LEN && memcmp(bom, "\xEF\xBB\xBF", BOM_LEN) == 0;
    if (got >= 0 && (has_bom || lseek(fd, 0, SEEK_SET) == 0))
        return fd;
    err_set(err, ERR_IO, "could not read file \"%s\": %m", path);
    close(fd);
    return -1;
}

static bool
encode_block(Encoder *encoder, Text block, AtomicFile *out, uint64_t offset, Err *err)
{
    Buf bytes = buf_new((size_t)BLOCK * ENCODER_GROWTH);
    size_t bad = 0;
    bool ok = encoder_text(encoder, block, &bytes, &bad) ||
              err_set(err, ERR_DATA, "no code in GB18030 for the character at byte %" PRIu64 " of \"%s\"", offset + bad,
                      out->path);
    ok = ok && (file_write_all(out->fd, bytes.ptr, bytes.len) ||
                err_set(err, ERR_IO, "could not write file \"%s\": %m", out->path));
    buf_free(&bytes);
    return ok;
}

/* How much of a block is whole characters. Source: RFC 3629, 3. */
static size_t
whole_characters(const char *block, size_t len)
{
    size_t lead = len;
    while (lead > 0 && len - lead < 3 && ((unsigned char)block[lead - 1] & 0xC0) == 0x80)
        lead--;
    unsigned char byte = lead > 0 ? (unsigned char)block[lead - 1] : 0;
    size_t needs = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return lead > 0 && lead - 1 + needs > len ? lead - 1 : len;
}

/* What a block cuts of a character begins the next one. */
static bool
encode_file(Encoder *encoder, int in, AtomicFile *out, Err *err)
{
    char block[BLOCK];
    size_t kept = 0;
    uint64_t offset = 0;
    for (;;) {
        ssize_t got = file_read_some(in, block + kept, sizeof block - kept);
        if (got < 0)
            return err_set(err, ERR_IO, "could not read the text of \"%s\": %m", out->path);
        size_t len = kept + (size_t)got;
        size_t whole = got == 0 ? len : whole_characters(block, len);
        if (!encode_block(encoder, (Text){block, whole}, out, offset, err))
            return false;
        offset += whole;
        kept = len - whole;
        memmove(block, block + whole, kept);
        if (got == 0)
            return true;
    }
}

bool
twin_write(const char *utf8_path, const char *twin_path, Err *err)
{
    AtomicFile out = {.fd = -1};
    Encoder *encoder = encoder_open(err);
    int in = encoder == NULL ? -1 : open_behind_bom(utf8_path, err);
    bool ok = in >= 0 && file_begin(&out, twin_path, 0640, err) && encode_file(encoder, in, &out, err) &&
              file_commit(&out, err);
    file_abandon(&out);
    if (in >= 0)
        close(in);
    encoder_close(encoder);
    return ok;
}

/* Whether the next bytes of the file are this text: 1, 0, or -1 where they cannot be read. */
static int
goes_on(int fd, Text text)
{
    char block[BLOCK];
    for (size_t at = 0; at < text.len;) {
        size_t want = text.len - at < sizeof block ? text.len - at : sizeof block;
        ssize_t got = file_read_some(fd, block, want);
        if (got < 0)
            return -1;
        if (got == 0 || memcmp(block, text.ptr + at, (size_t)got) != 0)
            return 0;
        at += (size_t)got;
    }
    return 1;
}

/* False with *err where one of the two cannot be read. */
static bool
compare_blocks(Decoder *decoder, int twin, int utf8, const char *utf8_path, bool *same, Err *err)
{
    Buf text = buf_new(DECODER_OUT);
    char further;
    DecodeState state = DECODE_MORE;
    int alike = 1;
    while (alike == 1 && state == DECODE_MORE) {
        buf_clear(&text);
        state = decoder_read(decoder, twin, &text, err);
        alike = goes_on(utf8, buf_view(&text));
    }
    ssize_t beyond = alike == 1 && state == DECODE_END ? file_read_some(utf8, &further, 1) : 0;
    bool ok = alike >= 0 && beyond >= 0;
    if (!ok)
        err_set(err, ERR_IO, "could not read file \"%s\": %m", utf8_path);
    *same = alike == 1 && state == DECODE_END && beyond == 0;
    buf_free(&text);
    return ok && state != DECODE_FAULT;
}

bool
twin_compare(const char *utf8_path, const char *twin_path, bool *same, Err *err)
{
    Decoder *decoder = decoder_open(ENCODING_GB18030, err);
    int utf8 = decoder == NULL ? -1 : open_behind_bom(utf8_path, err);
    int twin = utf8 < 0 ? -1 : open(twin_path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (utf8 >= 0 && twin < 0)
        err_set(err, ERR_IO, "could not open file \"%s\": %m", twin_path);
    bool ok =
        twin >= 0 && decoder_rewind(decoder, twin, 0, err) && compare_blocks(decoder, twin, utf8, utf8_path, same, err);
    if (twin >= 0)
        close(twin);
    if (utf8 >= 0)
        close(utf8);
    decoder_close(decoder);
    return ok;
}
