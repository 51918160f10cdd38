#include "xls/biff.h"

#include <string.h>

enum { LOOKS_BETWEEN = 16 }; /* the clock costs as much as a look */

void
biff_open(Biff *biff, const OleStream *stream, Sink *sink)
{
    *biff = (Biff){.stream = stream, .sink = sink, .ahead = BIFF_NEAR};
    biff->window = arena_alloc(sink->run, BIFF_WINDOW);
    biff->body = arena_alloc(sink->run, BIFF_BODY);
}

void
biff_seek(Biff *biff, uint64_t at)
{
    if (at < biff->window_at || at > biff->window_at + biff->window_len + BIFF_NEAR)
        biff->ahead = BIFF_NEAR;
    biff->at = at;
    biff->len = biff->pos = 0;
}

bool
biff_damaged(Biff *biff, Err *err)
{
    Text where = arena_printf(biff->sink->run, "record %04X, byte %llu", (unsigned)biff->type,
                              (unsigned long long)biff->record_at);
    return sink_refuse(biff->sink, "workbook_damaged", (Remark){.place = sink_place(TEXT("")), .raw = where}, err);
}

/* Bytes of the stream through the window; *whole: all of them are there. */
static bool
fetch(Biff *biff, uint64_t at, void *bytes, size_t size, bool *whole, Err *err)
{
    for (size_t done = 0; done < size;) {
        uint64_t from = at + done;
        if (from < biff->window_at || from >= biff->window_at + biff->window_len) {
            biff->window_at = from;
            if (++biff->looks % LOOKS_BETWEEN == 0 && !sink_in_time(biff->sink, err))
                return false;
            OleState state = ole_stream_read(biff->stream, from, biff->window, biff->ahead, &biff->window_len, err);
            biff->ahead = biff->ahead < BIFF_WINDOW ? 2 * biff->ahead : BIFF_WINDOW;
            if (state == OLE_FAULT)
                return false;
            *whole = state == OLE_GOOD && biff->window_len > 0;
            if (!*whole) {
                biff->window_len = 0;
                return true;
            }
        }
        size_t skip = (size_t)(from - biff->window_at);
        size_t part = biff->window_len - skip < size - done ? biff->window_len - skip : size - done;
        memcpy((char *)bytes + done, biff->window + skip, part);
        done += part;
    }
    *whole = true;
    return true;
}

static uint16_t
u16_of(const unsigned char *bytes)
{
    return (uint16_t)(bytes[0] | bytes[1] << 8);
}

bool
biff_next(Biff *biff, Err *err)
{
    unsigned char head[BIFF_HEAD] = {0};
    bool whole;
    biff->record_at = biff->at;
    biff->len = biff->pos = 0;
    if (!fetch(biff, biff->at, head, sizeof head, &whole, err))
        return false;
    if (!whole)
        return biff_damaged(biff, err);
    biff->type = u16_of(head);
    size_t len = u16_of(head + 2);
    if (!fetch(biff, biff->at + BIFF_HEAD, biff->body, len, &whole, err))
        return false;
    if (!whole)
        return biff_damaged(biff, err);
    biff->len = len;
    biff->at += BIFF_HEAD + len;
    return true;
}

bool
biff_peek(Biff *biff, uint16_t *type, Err *err)
{
    unsigned char head[2] = {0};
    bool whole;
    if (!fetch(biff, biff->at, head, sizeof head, &whole, err))
        return false;
    *type = whole ? u16_of(head) : 0;
    return true;
}

uint16_t
biff_u16(const Biff *biff, size_t offset)
{
    return u16_of(biff->body + offset);
}

uint32_t
biff_u32(const Biff *biff, size_t offset)
{
    return ole_u32(biff->body + offset);
}

size_t
biff_left(const Biff *biff)
{
    return biff->len - biff->pos;
}

bool
biff_continue(Biff *biff, Err *err)
{
    uint16_t type;
    if (!biff_peek(biff, &type, err))
        return false;
    return type == BIFF_CONTINUE ? biff_next(biff, err) : biff_damaged(biff, err);
}

bool
biff_taken(Biff *biff, Err *err)
{
    uint16_t type;
    if (!biff_peek(biff, &type, err))
        return false;
    return (biff_left(biff) == 0 && type != BIFF_CONTINUE) || biff_damaged(biff, err);
}

bool
biff_take(Biff *biff, void *bytes, size_t size, Err *err)
{
    for (size_t done = 0; done < size;) {
        size_t part = biff_left(biff) < size - done ? biff_left(biff) : size - done;
        if (bytes != NULL)
            memcpy((char *)bytes + done, biff->body + biff->pos, part);
        biff->pos += part;
        done += part;
        if (done < size && !biff_continue(biff, err))
            return false;
    }
    return true;
}
