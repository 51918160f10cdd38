/* For targets that take text: what the fuzzer gives, as the readers hand it on, in UTF-8 without NUL. */
#ifndef HUIZONG_TESTS_TEXTS_H
#define HUIZONG_TESTS_TEXTS_H

#include "bytes.h"

#include <string.h>

#include "base/arena.h"
#include "charset/utf8.h"

/* The bytes in a block of just their size, so that reading beyond it is seen; what is no character becomes "?". To be freed. */
static inline char *
texts_block(const void *bytes, size_t len)
{
    char *block = malloc(len);
    if (len > 0)
        memcpy(block, bytes, len);
    for (size_t at = 0; at < len;) {
        int step = utf8_step((const unsigned char *)block + at, len - at);
        if (step < 1)
            block[at] = '?';
        at += step < 1 ? 1 : (size_t)step;
    }
    return block;
}

/* The part up to the next `mark`; *rest is what stands behind it. */
static inline Text
texts_next(Text *rest, char mark)
{
    const char *end = rest->len > 0 ? memchr(rest->ptr, mark, rest->len) : NULL;
    Text part = {rest->ptr, end != NULL ? (size_t)(end - rest->ptr) : rest->len};
    *rest = text_sub(*rest, part.len + (end != NULL), SIZE_MAX);
    return part;
}

/* A text of pieces, one for each byte: what people write, which bytes alone hardly come upon. */
static inline Text
texts_of_pieces(const uint8_t *bytes, size_t len, const Text *pieces, size_t count, Arena *arena)
{
    enum { MOST = 32 };
    Text parts[MOST];
    size_t all = 0, used = 0;
    for (; used < len && used < MOST; used++) {
        parts[used] = pieces[bytes[used] % count];
        all += parts[used].len;
    }
    char *text = arena_alloc(arena, all + 1);
    for (size_t i = 0, at = 0; i < used; at += parts[i++].len)
        memcpy(text + at, parts[i].ptr, parts[i].len);
    return (Text){text, all};
}

static inline bool
texts_are_utf8(Text text)
{
    for (size_t at = 0; at < text.len;) {
        int step = utf8_step((const unsigned char *)text.ptr + at, text.len - at);
        if (step < 1)
            return false;
        at += (size_t)step;
    }
    return true;
}

#endif
