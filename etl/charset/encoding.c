#include "charset/encoding.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "charset/decoder.h"
#include "charset/evidence.h"
#include "charset/mixed.h"
#include "charset/utf8.h"

/*
 * So many characters of more than one byte are no accident: the file is meant as UTF-8, and a byte that does not fit is
 * damage. Fewer are enough where nothing is wrong but that the last character is cut.
 */
enum { PROOF_OF_UTF8 = 16, PROOF_OF_CUT_UTF8 = 2 };

enum { MARKS_READ = 12 };

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
read_at(int fd, uint64_t offset, unsigned char *bytes, size_t size, size_t *len, Err *err)
{
    ssize_t got = -1;
    *len = 0;
    if (lseek(fd, (off_t)offset, SEEK_SET) >= 0)
        got = file_read_some(fd, bytes, size);
    if (got < 0)
        return err_set(err, ERR_IO, "could not read at byte %llu: %m", (unsigned long long)offset);
    *len = (size_t)got;
    return true;
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
    verdict->refusal = trial->whole ? NULL : "encoding_invalid";
    verdict->encoding = encoding;
    verdict->bad_offset = trial->reached;
    verdict->why = trial->whole ? why : "nothing fits";
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

/* *settled: the front tells what the file is, read or refused. `utf8` is how far UTF-8 went. */
static bool
try_evidence(int fd, Text front, const Trial *utf8, EncodingVerdict *verdict, bool *settled, Err *err)
{
    Trial trial;
    Foreign foreign;
    Encoding utf16;
    bool carriage = false;
    *settled = true;
    if (evidence_utf16(front, &utf16)) {
        if (!try_encoding(fd, utf16, 0, &trial, err))
            return false;
        settle(verdict, utf16, &trial, "no bom, ascii and line ends with nul bytes as in utf-16");
    } else if (utf8->wide < PROOF_OF_UTF8 && evidence_foreign(front, &foreign)) {
        verdict->refusal = foreign.refusal;
        verdict->foreign = foreign.name;
        verdict->why = "labels or letters of an encoding that is not read";
        verdict->bad_offset = foreign.offset;
        verdict->bad_line = 1 + count_line_ends(text_sub(front, 0, foreign.offset), &carriage);
    } else {
        *settled = false;
    }
    return true;
}

/* Of a file that is not UTF-8, though some of its lines may be. */
static bool
look_for_mix(int fd, EncodingVerdict *verdict, bool *found, Err *err)
{
    Mixed mixed;
    if (!mixed_find(fd, verdict->bom_len, &mixed, err))
        return false;
    *found = mixed.found;
    if (!mixed.found)
        return true;
    verdict->refusal = "encoding_mixed";
    verdict->encoding = mixed.before;
    verdict->why = "lines of two encodings";
    verdict->bad_offset = mixed.offset;
    verdict->bad_line = mixed.line;
    return true;
}

/* What is not UTF-8, in the order that the header gives. */
static bool
try_gb(int fd, EncodingVerdict *verdict, Err *err)
{
    static const struct {
        Encoding encoding;
        const char *why;
    } order[] = {{ENCODING_GB18030, "not utf-8, fits gb18030"},
                 {ENCODING_CP936, "not gb18030, fits cp936 (byte 80 is the euro sign)"}};
    for (size_t i = 0; i < sizeof order / sizeof order[0] && !verdict->fits; i++) {
        Trial trial;
        if (!try_encoding(fd, order[i].encoding, 0, &trial, err))
            return false;
        if (trial.whole || trial.reached > verdict->bad_offset)
            settle(verdict, order[i].encoding, &trial, order[i].why);
    }
    return true;
}

/* *meant: it is UTF-8, damaged; `utf8` is how far it went. */
static bool
is_meant_as_utf8(int fd, const Trial *utf8, bool *meant, Err *err)
{
    unsigned char bytes[UTF8_LONGEST];
    size_t len;
    if (!read_at(fd, utf8->reached, bytes, sizeof bytes, &len, err))
        return false;
    bool cut = len > 0 && len < UTF8_LONGEST && utf8_step(bytes, len) == 0;
    *meant = utf8->wide >= PROOF_OF_UTF8 || (cut && utf8->wide >= PROOF_OF_CUT_UTF8);
    return true;
}

/* Without a mark. */
static bool
try_all(int fd, EncodingVerdict *verdict, Err *err)
{
    unsigned char front[DECODER_BLOCK];
    size_t len;
    Trial utf8;
    bool settled, meant;
    if (!try_encoding(fd, ENCODING_UTF8, 0, &utf8, err))
        return false;
    settle(verdict, ENCODING_UTF8, &utf8, "strict utf-8");
    if (utf8.whole)
        return true;
    if (!read_at(fd, 0, front, sizeof front, &len, err) ||
        !try_evidence(fd, (Text){(const char *)front, len}, &utf8, verdict, &settled, err))
        return false;
    if (settled)
        return true;
    if (!look_for_mix(fd, verdict, &settled, err) || !is_meant_as_utf8(fd, &utf8, &meant, err))
        return false;
    return settled || meant || try_gb(fd, verdict, err);
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
describe_bad_byte(int fd, EncodingVerdict *verdict, Err *err)
{
    unsigned char bytes[4];
    size_t len, at = 0;
    if (verdict->bad_line == 0 && !find_bad_line(fd, verdict, err))
        return false;
    if (!read_at(fd, verdict->bad_offset, bytes, sizeof bytes, &len, err))
        return false;
    for (size_t i = 0; i < len; i++)
        at += (size_t)snprintf(verdict->bad_hex + at, sizeof verdict->bad_hex - at, i > 0 ? " %02X" : "%02X", bytes[i]);
    return true;
}

/* Scripts of portals write the mark, and include pages that begin with one of their own. */
static size_t
marks_len(const Mark *mark, const unsigned char *bytes, size_t len)
{
    size_t at = mark->len;
    while (at + mark->len <= len && memcmp(bytes + at, mark->bytes, mark->len) == 0)
        at += mark->len;
    return at;
}

static bool
try_mark(int fd, const Mark *mark, EncodingVerdict *verdict, Err *err)
{
    Trial trial;
    bool mixed;
    if (!try_encoding(fd, mark->encoding, verdict->bom_len, &trial, err))
        return false;
    settle(verdict, mark->encoding, &trial, "bom");
    return trial.whole || mark->encoding != ENCODING_UTF8 || look_for_mix(fd, verdict, &mixed, err);
}

bool
encoding_probe(int fd, EncodingVerdict *verdict, Err *err)
{
    unsigned char front[MARKS_READ];
    size_t len;
    *verdict = (EncodingVerdict){0};
    if (!read_at(fd, 0, front, sizeof front, &len, err))
        return false;
    const Mark *mark = find_mark(front, len);
    verdict->bom_len = mark != NULL ? marks_len(mark, front, len) : 0;
    if (mark != NULL ? !try_mark(fd, mark, verdict, err) : !try_all(fd, verdict, err))
        return false;
    return verdict->fits || describe_bad_byte(fd, verdict, err);
}

bool
encoding_check(int fd, Encoding encoding, const char *why, EncodingVerdict *verdict, Err *err)
{
    Trial trial;
    *verdict = (EncodingVerdict){0};
    if (!try_encoding(fd, encoding, 0, &trial, err))
        return false;
    settle(verdict, encoding, &trial, why);
    return verdict->fits || describe_bad_byte(fd, verdict, err);
}
