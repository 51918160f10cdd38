/* A growing run of bytes that was born with a ceiling. Beyond the ceiling appending returns false and changes nothing but that it is no longer whole:
 * who writes many pieces asks once, at the end. */
#ifndef HUIZONG_BASE_BUF_H
#define HUIZONG_BASE_BUF_H

#include "base/text.h"

#include <string.h>

typedef struct Buf {
    char *ptr;
    size_t len;
    size_t room;
    size_t ceiling;
    bool lacks; /* something that did not fit */
} Buf;

/* No memory is taken before the first append. */
Buf
buf_new(size_t ceiling);

void
buf_free(Buf *buf);

/* Empties, keeps the memory. */
void
buf_clear(Buf *buf);

/* The same as buf_append, which saves the call where there is room already. */
bool
buf_append_growing(Buf *buf, const void *bytes, size_t len);

static inline bool
buf_append(Buf *buf, const void *bytes, size_t len)
{
    if (len == 0 || len > buf->room - buf->len || len > buf->ceiling - buf->len)
        return buf_append_growing(buf, bytes, len);
    memcpy(buf->ptr + buf->len, bytes, len);
    buf->len += len;
    return true;
}

static inline bool
buf_text(Buf *buf, Text text)
{
    return buf_append(buf, text.ptr, text.len);
}

static inline bool
buf_char(Buf *buf, char byte)
{
    return buf_append(buf, &byte, 1);
}

bool
buf_printf(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What is in it; borrowed until the next append. */
Text
buf_view(const Buf *buf);

/* True where all that was appended since it was new or cleared did fit. */
bool
buf_whole(const Buf *buf);

#endif
