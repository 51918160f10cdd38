#include "charset/mixed.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "charset/utf8.h"

/* Far from chance: 6 characters of UTF-8 are 9 of GBK with both bytes in narrow ranges, most of them rare. */
enum { PROOF_OF_UTF8 = 6, PROOF_OF_GBK = 4 };

typedef enum LineKind { LINE_UNCLEAR, LINE_UTF8, LINE_GBK } LineKind;

typedef struct Lines {
    unsigned char end; /* LF, or CR where the front of the file has no LF */
    bool cut;          /* the line at hand began in an earlier block */
    LineKind first;    /* of the first line that is clear */
    uint64_t line;     /* ended so far */
} Lines;

/* The characters of three bytes; -1 where a byte is not UTF-8. */
static int
utf8_proof(const unsigned char *bytes, size_t len)
{
    int proof = 0;
    for (size_t at = utf8_skip_ascii(bytes, len); at < len; at += utf8_skip_ascii(bytes + at, len - at)) {
        int step = utf8_step(bytes + at, len - at);
        if (step <= 0)
            return -1;
        proof += step == 3;
        at += (size_t)step;
    }
    return proof;
}

static bool
is_gbk_line(const unsigned char *bytes, size_t len)
{
    int proof = 0;
    for (size_t at = 0; at < len; at++) {
        if (bytes[at] < 0x80)
            continue;
        if (bytes[at] < 0xA1 || bytes[at] > 0xF7 || at + 1 == len || bytes[at + 1] < 0xA1 || bytes[at + 1] == 0xFF)
            return false;
        proof++;
        at++;
    }
    return proof >= PROOF_OF_GBK;
}

/* Only what may contradict the first clear line is asked for: most lines of a file are answered by a few bytes. */
static LineKind
kind_of_line(LineKind first, const unsigned char *bytes, size_t len)
{
    if (first != LINE_UTF8 && utf8_proof(bytes, len) >= PROOF_OF_UTF8)
        return LINE_UTF8;
    if (first != LINE_GBK && is_gbk_line(bytes, len) && utf8_proof(bytes, len) < 0)
        return LINE_GBK;
    return LINE_UNCLEAR;
}

/* True where this line is of the other encoding. `offset` is where it begins. */
static bool
judge_line(Lines *lines, const unsigned char *bytes, size_t len, uint64_t offset, Mixed *mixed)
{
    size_t at = 0;
    LineKind kind = kind_of_line(lines->first, bytes, len);
    if (kind == LINE_UNCLEAR)
        return false;
    if (lines->first == LINE_UNCLEAR) {
        lines->first = kind;
        return false;
    }
    while (bytes[at] < 0x80)
        at++;
    *mixed = (Mixed){true, kind == LINE_GBK ? ENCODING_UTF8 : ENCODING_GB18030, offset + at, lines->line + 1};
    return true;
}

/* Judges the lines that end in the block; gives the bytes that were taken, all of them where the block is full of one line. */
static size_t
judge_block(Lines *lines, const unsigned char *block, size_t len, uint64_t offset, Mixed *mixed)
{
    size_t at = 0;
    const unsigned char *end;
    while (!mixed->found && (end = memchr(block + at, lines->end, len - at)) != NULL) {
        size_t line_len = (size_t)(end - block) - at;
        if (!lines->cut)
            judge_line(lines, block + at, line_len, offset + at, mixed);
        lines->cut = false;
        lines->line++;
        at += line_len + 1;
    }
    if (at > 0 || len < DECODER_BLOCK)
        return at;
    lines->cut = true;
    return len;
}

bool
mixed_find(int fd, uint64_t from, Mixed *mixed, Err *err)
{
    unsigned char block[DECODER_BLOCK];
    Lines lines = {.end = '\n'};
    size_t held = 0;
    ssize_t got = lseek(fd, (off_t)from, SEEK_SET) < 0 ? -1 : file_read_some(fd, block, sizeof block);
    *mixed = (Mixed){0};
    if (got > 0 && memchr(block, '\n', (size_t)got) == NULL)
        lines.end = '\r';
    while (got > 0 && !mixed->found) {
        size_t len = held + (size_t)got;
        size_t used = judge_block(&lines, block, len, from, mixed);
        from += used;
        held = len - used;
        memmove(block, block + used, held);
        got = file_read_some(fd, block + held, sizeof block - held);
    }
    if (got < 0)
        return err_set(err, ERR_IO, "could not look for a second encoding: %m");
    if (!mixed->found && !lines.cut)
        judge_line(&lines, block, held, from, mixed);
    return true;
}
