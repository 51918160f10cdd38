#include "base/buf.h"

#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_ROOM = 256 };

Buf
buf_new(size_t ceiling)
{
    return (Buf){.ceiling = ceiling};
}

void
buf_free(Buf *buf)
{
    mem_free(buf->ptr);
    *buf = buf_new(buf->ceiling);
}

void
buf_clear(Buf *buf)
{
    buf->len = 0;
    buf->lacks = false;
}

/* Memory for `wanted` bytes in all, growing by doubling. */
static void
grow(Buf *buf, size_t wanted)
{
    size_t room = buf->room == 0 ? FIRST_ROOM : buf->room;

    if (wanted <= buf->room)
        return;
    while (room < wanted)
        room = room > SIZE_MAX / 2 ? wanted : room * 2;
    buf->ptr = mem_grow(buf->ptr, room);
    buf->room = room;
}

static bool
refuse(Buf *buf)
{
    buf->lacks = true;
    return false;
}

bool
buf_append_growing(Buf *buf, const void *bytes, size_t len)
{
    if (len > buf->ceiling - buf->len)
        return refuse(buf);
    if (len == 0)
        return true;
    grow(buf, buf->len + len);
    memcpy(buf->ptr + buf->len, bytes, len);
    buf->len += len;
    return true;
}

bool
buf_printf(Buf *buf, const char *format, ...)
{
    va_list arguments;
    int len;

    va_start(arguments, format);
    len = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    /* vsnprintf wants room for its final NUL, which is not counted and may lie above the ceiling. */
    if (len < 0 || (size_t)len > buf->ceiling - buf->len)
        return refuse(buf);
    grow(buf, buf->len + (size_t)len + 1);
    va_start(arguments, format);
    vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, arguments);
    va_end(arguments);
    buf->len += (size_t)len;
    return true;
}

Text
buf_view(const Buf *buf)
{
    return (Text){buf->ptr, buf->len};
}

bool
buf_whole(const Buf *buf)
{
    return !buf->lacks;
}
