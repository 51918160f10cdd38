#include "package/zipend.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"

enum {
    MAGIC = 4,
    RECORD = 22,
    COMMENT_MOST = 65535,
    LOCATOR = 20,
    RECORD64 = 56,
    TAIL = LOCATOR + RECORD + COMMENT_MOST,
    /* In the record, the locator and the record of 64 bits: */
    COUNT_AT = 10,
    OFFSET_AT = 16,
    RECORD64_AT = 8,
    COUNT64_AT = 32,
    OFFSET64_AT = 48
};

typedef struct Tail {
    FILE *file;
    uint64_t size; /* of the file */
    size_t len;
    unsigned char bytes[TAIL];
} Tail;

static uint64_t
number(const unsigned char *from, size_t size)
{
    uint64_t value = 0;
    for (size_t i = size; i > 0; i--)
        value = value << 8 | from[i - 1];
    return value;
}

/* False where the file has not so many bytes there, or cannot be read: that is told at the end. */
static bool
read_at(const Tail *tail, uint64_t at, void *out, size_t size)
{
    return at <= tail->size && size <= tail->size - at && fseeko(tail->file, (off_t)at, SEEK_SET) == 0 &&
           fread(out, 1, size, tail->file) == size;
}

static bool
is_directory(const Tail *tail, uint64_t count, uint64_t at)
{
    unsigned char magic[MAGIC];
    return count == 0 || (read_at(tail, at, magic, sizeof magic) && memcmp(magic, "PK\1\2", sizeof magic) == 0);
}

/* A number of 32 bits or less is said anew in 64: the same, or all ones. */
static bool
agrees(uint64_t small, uint64_t most, uint64_t large)
{
    return small == most || small == large;
}

/* Whether the record names a directory; *same: its two ways to say so, where it has both, say the same. */
static bool
names_directory(const Tail *tail, size_t at, bool *same)
{
    const unsigned char *record = tail->bytes + at, *locator = record - LOCATOR;
    unsigned char large[RECORD64];
    uint64_t count = number(record + COUNT_AT, 2), offset = number(record + OFFSET_AT, 4);
    *same = true;
    if (at < LOCATOR || memcmp(locator, "PK\6\7", MAGIC) != 0)
        return is_directory(tail, count, offset);
    if (!read_at(tail, number(locator + RECORD64_AT, 8), large, sizeof large) || memcmp(large, "PK\6\6", MAGIC) != 0) {
        *same = false;
        return is_directory(tail, count, offset);
    }
    uint64_t count64 = number(large + COUNT64_AT, 8), offset64 = number(large + OFFSET64_AT, 8);
    *same = agrees(count, UINT16_MAX, count64) && agrees(offset, UINT32_MAX, offset64);
    return is_directory(tail, count64, offset64);
}

static bool
read_tail(FILE *file, Tail *tail)
{
    if (fseeko(file, 0, SEEK_END) != 0)
        return false;
    off_t size = ftello(file);
    if (size < 0)
        return false;
    tail->size = (uint64_t)size;
    tail->len = tail->size < TAIL ? (size_t)tail->size : TAIL;
    return read_at(tail, tail->size - tail->len, tail->bytes, tail->len);
}

static bool
is_plain(const Tail *tail)
{
    size_t named = 0;
    bool last = false;
    for (size_t at = 0; at + RECORD <= tail->len; at++) {
        bool same;
        if (memcmp(tail->bytes + at, "PK\5\6", MAGIC) != 0)
            continue;
        last = names_directory(tail, at, &same);
        named += last;
        last = last && same;
    }
    return named == 0 || (named == 1 && last);
}

bool
zipend_look(FILE *file, bool *plain, Err *err)
{
    Tail *tail = mem_alloc(sizeof *tail);
    tail->file = file;
    clearerr(file);
    *plain = read_tail(file, tail) && is_plain(tail);
    mem_free(tail);
    if (ferror(file))
        return err_set(err, ERR_IO, "could not read the package: %m");
    return true;
}
