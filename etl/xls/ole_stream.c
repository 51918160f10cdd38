#include "xls/ole_stream.h"

#include <unistd.h>

#include "base/limits.h"

enum { SMALL_CUTOFF_AT = 56, SMALL_FAT_AT = 60, START_AT = 116, SIZE_AT = 120, SMALL_UNIT = 64 };

static void
place_sectors(const Ole *ole, uint32_t first, uint64_t size, OleStream *stream)
{
    size_t most = (size_t)((size + ole->sector_size - 1) / ole->sector_size);
    OleChain chain = ole_chain(ole->fat, ole->sector_count, first, most, ole->arena);
    stream->unit = ole->sector_size;
    stream->places = arena_array(ole->arena, chain.count + 1, sizeof *stream->places);
    for (size_t i = 0; i < chain.count; i++)
        stream->places[i] = ole_sector_at(ole, chain.sectors[i]);
    uint64_t reached = (uint64_t)chain.count * ole->sector_size;
    stream->size = size < reached ? size : reached;
}

/* The table of the small sectors is a chain of sectors itself. */
static OleState
read_small_fat(const Ole *ole, uint32_t **table, size_t *count, Err *err)
{
    OleStream stream = {.fd = ole->fd};
    size_t got = 0;
    place_sectors(ole, ole_u32(ole->header + SMALL_FAT_AT), (uint64_t)LIMIT_OLE_SECTORS * ole->sector_size, &stream);
    unsigned char *bytes = arena_alloc(ole->arena, (size_t)stream.size + 1);
    OleState state = ole_stream_read(&stream, 0, bytes, (size_t)stream.size, &got, err);
    *count = got / 4;
    *table = arena_array(ole->arena, *count + 1, sizeof **table);
    for (size_t i = 0; i < *count; i++)
        (*table)[i] = ole_u32(bytes + 4 * i);
    return state;
}

/* Small sectors stand one behind the other in the root entry's stream. */
static OleState
place_small_sectors(const Ole *ole, uint32_t first, uint64_t size, OleStream *stream, Err *err)
{
    uint32_t *table;
    size_t count;
    OleStream root = {.fd = ole->fd};
    OleState state = read_small_fat(ole, &table, &count, err);
    if (state != OLE_GOOD)
        return state;
    place_sectors(ole, ole_u32(ole->directory + START_AT), (uint64_t)count * SMALL_UNIT, &root);
    size_t reached = (size_t)(root.size / SMALL_UNIT);
    OleChain chain = ole_chain(table, count < reached ? count : reached, first,
                               (size_t)((size + SMALL_UNIT - 1) / SMALL_UNIT), ole->arena);
    stream->unit = SMALL_UNIT;
    stream->places = arena_array(ole->arena, chain.count + 1, sizeof *stream->places);
    for (size_t i = 0; i < chain.count; i++) {
        uint64_t at = (uint64_t)chain.sectors[i] * SMALL_UNIT;
        stream->places[i] = root.places[at / root.unit] + at % root.unit;
    }
    uint64_t all = (uint64_t)chain.count * SMALL_UNIT;
    stream->size = size < all ? size : all;
    return OLE_GOOD;
}

OleState
ole_stream_open(const Ole *ole, const unsigned char *entry, OleStream *stream, Err *err)
{
    uint32_t first = ole_u32(entry + START_AT), size = ole_u32(entry + SIZE_AT);
    *stream = (OleStream){.fd = ole->fd};
    if (size < ole_u32(ole->header + SMALL_CUTOFF_AT))
        return place_small_sectors(ole, first, size, stream, err);
    place_sectors(ole, first, size, stream);
    return OLE_GOOD;
}

OleState
ole_stream_whole(int fd, OleStream *stream, Err *err)
{
    off_t size = lseek(fd, 0, SEEK_END);
    *stream = (OleStream){.fd = fd, .size = (uint64_t)size};
    if (size >= 0)
        return OLE_GOOD;
    err_set(err, ERR_IO, "could not seek to the end: %m");
    return OLE_FAULT;
}

/* How many bytes from `at` stand together in the file, up to `size`, and where. */
static size_t
together(const OleStream *stream, uint64_t at, size_t size, uint64_t *place)
{
    *place = at;
    if (stream->places == NULL)
        return size;
    size_t index = (size_t)(at / stream->unit);
    size_t run = stream->unit - (size_t)(at % stream->unit);
    *place = stream->places[index] + at % stream->unit;
    for (; run < size && stream->places[index + 1] == stream->places[index] + stream->unit; index++)
        run += stream->unit;
    return run < size ? run : size;
}

OleState
ole_stream_read(const OleStream *stream, uint64_t at, void *bytes, size_t size, size_t *got, Err *err)
{
    uint64_t left = at < stream->size ? stream->size - at : 0;
    *got = 0;
    size = size < left ? size : (size_t)left;
    while (*got < size) {
        uint64_t place;
        size_t run = together(stream, at + *got, size - *got, &place);
        OleState state = ole_read_at(stream->fd, place, (char *)bytes + *got, run, err);
        if (state != OLE_GOOD)
            return state;
        *got += run;
    }
    return OLE_GOOD;
}
