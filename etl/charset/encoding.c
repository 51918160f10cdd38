#include "charset/encoding.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "charset/decoder.h"

/*
 * So many characters of more than one byte are no accident: the file is meant as UTF-8, and a byte that does not fit is
 * damage.
 */
enum { PROOF_OF_UTF8 = 16 };

typedef struct Mark {
    size_t len;
    Encoding encoding;
    unsigned char bytes[4];
} Mark;

typedef struct Trial {
    bool whole;
    uint64_t reached;
    uint64_t wide;
} Trial;

static const Mark *
find_mark(const unsigned char *bytes, size_t len)
{
    static const Mark marks[] = {
        {3, ENCODING_UTF8, {0xEF, 0xBB, 0xBF}},
        {2, ENCODING_UTF16LE, {0xFF, 0xFE}},
        {2, ENCODING_UTF16BE, {0xFE, 0xFF}},
        {4, ENCODING_GB18030, {0x84, 0x31, 0x95, 0x33}},
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (len >= marks[i].len && memcmp(bytes, marks[i].bytes, marks[i].len) == 0)
            return &marks[i];
    return NULL;
}

static bool
try_encoding(int fd, Encoding encoding, uint64_t from, Trial *trial, Err *err)
{
    DecodeState state = DECODE_FAULT;
    Decoder *decoder = decoder_open(encoding, err);
    if (decoder == NULL)
        return false;
    if (decoder_rewind(decoder, fd, from, err))
        do
            state = decoder_read(decoder, fd, NULL, err);
        while (state == DECODE_MORE);
    *trial = (Trial){state == DECODE_END, decoder_offset(decoder), decoder_wide(decoder)};
    decoder_close(decoder);
    return state != DECODE_FAULT;
}

static void
settle(EncodingVerdict *verdict, Encoding encoding, const Trial *trial, const char *why)
{
    verdict->fits = trial->whole;
    verdict->encoding = encoding;
    verdict->bad_offset = trial->reached;
    verdict->why = why;
}

/* Without a mark, in the order that the header gives. */
static bool
try_all(int fd, EncodingVerdict *verdict, Err *err)
{
    static const struct {
        Encoding encoding;
        const char *why;
    } order[] = {{ENCODING_UTF8, "strict utf-8"},
                 {ENCODING_GB18030, "not utf-8, fits gb18030"},
                 {ENCODING_CP936, "not gb18030, fits cp936 (byte 80 is the euro sign)"}};
    uint64_t furthest = 0;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        Trial trial;
        if (!try_encoding(fd, order[i].encoding, 0, &trial, err))
            return false;
        if (i == 0 || trial.whole || trial.reached > furthest) {
            settle(verdict, order[i].encoding, &trial, trial.whole ? order[i].why : "nothing fits");
            furthest = trial.reached;
        }
        if (trial.whole || (order[i].encoding == ENCODING_UTF8 && trial.wide >= PROOF_OF_UTF8))
            return true;
    }
    return true;
}

/* Line ends (LF, CR, CRLF) in `text`; *carriage remembers a CR at its end. */
static uint64_t
count_line_ends(Text text, bool *carriage)
{
    uint64_t count = 0;
    for (size_t i = 0; i < text.len; i++) {
        count += text.ptr[i] == '\r' || (text.ptr[i] == '\n' && !*carriage);
        *carriage = text.ptr[i] == '\r';
    }
    return count;
}

/* Decodes once more up to the bad byte: in UTF-16 a line end is no single byte. */
static bool
find_bad_line(int fd, EncodingVerdict *verdict, Err *err)
{
    DecodeState state = DECODE_FAULT;
    Buf text = buf_new(DECODER_OUT);
    bool carriage = false;
    Decoder *decoder = decoder_open(verdict->encoding, err);
    if (decoder == NULL)
        return false;
    verdict->bad_line = 1;
    if (decoder_rewind(decoder, fd, verdict->bom_len, err))
        do {
            buf_clear(&text);
            state = decoder_read(decoder, fd, &text, err);
            verdict->bad_line += count_line_ends(buf_view(&text), &carriage);
        } while (state == DECODE_MORE);
    decoder_close(decoder);
    buf_free(&text);
    return state != DECODE_FAULT;
}

static bool
read_at(int fd, uint64_t offset, unsigned char bytes[4], size_t *len, Err *err)
{
    ssize_t got = -1;
    *len = 0;
    if (lseek(fd, (off_t)offset, SEEK_SET) >= 0)
        got = file_read_some(fd, bytes, 4);
    if (got < 0)
        return err_set(err, ERR_IO, "could not read at byte %llu: %m", (unsigned long long)offset);
    *len = (size_t)got;
    return true;
}

static bool
describe_bad_byte(int fd, EncodingVerdict *verdict, Err *err)
{
    unsigned char bytes[4];
    size_t len, at = 0;
    if (!find_bad_line(fd, verdict, err) || !read_at(fd, verdict->bad_offset, bytes, &len, err))
        return false;
    for (size_t i = 0; i < len; i++)
        at += (size_t)snprintf(verdict->bad_hex + at, sizeof verdict->bad_hex - at, i > 0 ? " %02X" : "%02X", bytes[i]);
    return true;
}

bool
encoding_probe(int fd, EncodingVerdict *verdict, Err *err)
{
    unsigned char front[4];
    size_t len;
    *verdict = (EncodingVerdict){0};
    if (!read_at(fd, 0, front, &len, err))
        return false;
    const Mark *mark = find_mark(front, len);
    if (mark == NULL) {
        if (!try_all(fd, verdict, err))
            return false;
    } else {
        Trial trial;
        verdict->bom_len = mark->len;
        if (!try_encoding(fd, mark->encoding, mark->len, &trial, err))
            return false;
        settle(verdict, mark->encoding, &trial, "bom");
    }
    return verdict->fits || describe_bad_byte(fd, verdict, err);
}
