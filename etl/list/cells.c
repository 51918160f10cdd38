#include "list/cells.h"

#include <string.h>

/* Before each cell stands its length; the largest number is that of an absent one. */
enum { LENGTH_BYTES = 4 };

static uint32_t
length_of(Text cell)
{
    return cell.ptr == NULL ? UINT32_MAX : (uint32_t)cell.len;
}

Text
cells_pack(const Text *cells, size_t count, Arena *arena)
{
    size_t len = 0;
    for (size_t i = 0; i < count; i++)
        len += LENGTH_BYTES + cells[i].len;
    char *bytes = arena_alloc(arena, len + 1);
    char *at = bytes;
    for (size_t i = 0; i < count; i++) {
        uint32_t length = length_of(cells[i]);
        memcpy(at, &length, LENGTH_BYTES);
        if (cells[i].len > 0)
            memcpy(at + LENGTH_BYTES, cells[i].ptr, cells[i].len);
        at += LENGTH_BYTES + cells[i].len;
    }
    return (Text){bytes, len};
}

static Text
next_cell(Text packed, size_t *at)
{
    uint32_t length;
    memcpy(&length, packed.ptr + *at, LENGTH_BYTES);
    *at += LENGTH_BYTES;
    if (length == UINT32_MAX)
        return TEXT_NONE;
    Text cell = {packed.ptr + *at, length};
    *at += length;
    return cell;
}

Texts
cells_unpack(Text packed, Arena *arena)
{
    size_t count = 0;
    for (size_t at = 0; at < packed.len; count++)
        next_cell(packed, &at);
    Text *cells = arena_array(arena, count, sizeof *cells);
    size_t at = 0;
    for (size_t i = 0; i < count; i++)
        cells[i] = next_cell(packed, &at);
    return (Texts){cells, count};
}
