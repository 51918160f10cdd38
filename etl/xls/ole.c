#include "xls/ole.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"

enum {
    SHIFT_AT = 30,
    DIRECTORY_AT = 48,
    DIFAT_FIRST_AT = 68,
    DIFAT_AT = 76,
    DIFAT_COUNT = 109, /* FAT sectors that the header itself names */
    NAME_LEN_AT = 64,
    TYPE_AT = 66,
    LEFT_AT = 68,
    RIGHT_AT = 72,
    CHILD_AT = 76,
    TYPE_STREAM = 2,
    TYPE_ROOT = 5,
    SECTOR_MAX = 4096
};

#define BAD_SECTOR 0xFFFFFFFCu

uint32_t
ole_u32(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

uint64_t
ole_sector_at(const Ole *ole, uint32_t sector)
{
    return ((uint64_t)sector + 1) * ole->sector_size;
}

OleState
ole_read_at(int fd, uint64_t offset, void *bytes, size_t size, Err *err)
{
    ssize_t got;
    do
        got = pread(fd, bytes, size, (off_t)offset);
    while (got < 0 && errno == EINTR);
    if (got >= 0)
        return got == (ssize_t)size ? OLE_GOOD : OLE_BROKEN;
    err_set(err, ERR_IO, "could not read at byte %llu: %m", (unsigned long long)offset);
    return OLE_FAULT;
}

OleChain
ole_chain(const uint32_t *table, size_t count, uint32_t first, size_t most, Arena *arena)
{
    most = most < count ? most : count;
    OleChain chain = {arena_array(arena, most + 1, sizeof *chain.sectors), 0};
    bool *seen = arena_array(arena, count + 1, sizeof *seen);
    for (uint32_t sector = first; chain.count < most && sector < count && !seen[sector]; sector = table[sector]) {
        seen[sector] = true;
        chain.sectors[chain.count++] = sector;
    }
    return chain;
}

/* The part of the FAT that stands in one sector; what cannot be read leads nowhere. */
static OleState
read_fat_sector(Ole *ole, size_t index, uint32_t sector, Err *err)
{
    unsigned char bytes[SECTOR_MAX];
    size_t per_sector = ole->sector_size / 4;
    OleState state = OLE_BROKEN;
    if (sector < ole->sector_count)
        state = ole_read_at(ole->fd, ole_sector_at(ole, sector), bytes, ole->sector_size, err);
    for (size_t i = 0; i < per_sector && index * per_sector + i < ole->sector_count; i++)
        ole->fat[index * per_sector + i] = state == OLE_GOOD ? ole_u32(bytes + 4 * i) : BAD_SECTOR;
    return state;
}

/* The FAT's sectors beyond those the header names stand in a chain of their own, whose last entry is its next sector. */
static bool
read_far_fat(Ole *ole, size_t needed, Err *err)
{
    unsigned char bytes[SECTOR_MAX];
    size_t per_sector = ole->sector_size / 4;
    uint32_t sector = ole_u32(ole->header + DIFAT_FIRST_AT);
    for (size_t index = DIFAT_COUNT; index < needed; index += per_sector - 1) {
        OleState state = OLE_BROKEN;
        if (sector < ole->sector_count)
            state = ole_read_at(ole->fd, ole_sector_at(ole, sector), bytes, ole->sector_size, err);
        if (state == OLE_FAULT)
            return false;
        for (size_t i = 0; i < per_sector - 1 && index + i < needed; i++)
            if (read_fat_sector(ole, index + i, state == OLE_GOOD ? ole_u32(bytes + 4 * i) : BAD_SECTOR, err) ==
                OLE_FAULT)
                return false;
        sector = state == OLE_GOOD ? ole_u32(bytes + 4 * (per_sector - 1)) : BAD_SECTOR;
    }
    return true;
}

static bool
read_fat(Ole *ole, Err *err)
{
    size_t per_sector = ole->sector_size / 4;
    size_t needed = (ole->sector_count + per_sector - 1) / per_sector;
    ole->fat = arena_array(ole->arena, ole->sector_count + 1, sizeof *ole->fat);
    for (size_t i = 0; i < needed && i < DIFAT_COUNT; i++)
        if (read_fat_sector(ole, i, ole_u32(ole->header + DIFAT_AT + 4 * i), err) == OLE_FAULT)
            return false;
    return read_far_fat(ole, needed, err);
}

static OleState
read_directory(Ole *ole, Err *err)
{
    OleChain chain =
        ole_chain(ole->fat, ole->sector_count, ole_u32(ole->header + DIRECTORY_AT), LIMIT_OLE_SECTORS, ole->arena);
    OleState state = chain.count > 0 ? OLE_GOOD : OLE_BROKEN;
    ole->directory = arena_array(ole->arena, chain.count + 1, ole->sector_size);
    for (size_t i = 0; i < chain.count && state == OLE_GOOD; i++)
        state = ole_read_at(ole->fd, ole_sector_at(ole, chain.sectors[i]), ole->directory + i * ole->sector_size,
                            ole->sector_size, err);
    ole->entry_count = chain.count * ole->sector_size / OLE_ENTRY;
    return state == OLE_GOOD && ole->directory[TYPE_AT] != TYPE_ROOT ? OLE_BROKEN : state;
}

OleState
ole_open(int fd, Arena *arena, Ole *ole, Err *err)
{
    *ole = (Ole){.fd = fd, .arena = arena};
    OleState state = ole_read_at(fd, 0, ole->header, OLE_HEADER, err);
    if (state != OLE_GOOD)
        return state;
    unsigned shift = ole->header[SHIFT_AT];
    off_t size = lseek(fd, 0, SEEK_END);
    if ((shift != 9 && shift != 12) || size < 0 || (uint64_t)size > LIMIT_OLE_FILE)
        return OLE_BROKEN;
    ole->sector_size = (size_t)1 << shift;
    ole->sector_count = ((size_t)size - 1) / ole->sector_size;
    return read_fat(ole, err) ? read_directory(ole, err) : OLE_FAULT;
}

/* Case is ignored as the standard has it. */
static bool
is_named(const unsigned char *entry, const char *name)
{
    size_t len = strlen(name);
    if ((size_t)(entry[NAME_LEN_AT] | entry[NAME_LEN_AT + 1] << 8) != 2 * (len + 1))
        return false;
    for (size_t i = 0; i < len; i++)
        if (entry[2 * i + 1] != 0 || (entry[2 * i] | 0x20) != (name[i] | 0x20))
            return false;
    return true;
}

/*
 * The root's children are a tree by left and right siblings. It is searched whole: not every program sorts it. An entry
 * is put on the list once, so that a damaged tree ends too.
 */
const unsigned char *
ole_entry(const Ole *ole, const char *name)
{
    uint32_t *list = mem_alloc((ole->entry_count + 1) * sizeof *list);
    bool *listed = mem_alloc((ole->entry_count + 1) * sizeof *listed);
    const unsigned char *found = NULL;
    memset(listed, 0, (ole->entry_count + 1) * sizeof *listed);
    size_t count = 0;
    list[count++] = 0;
    listed[0] = true;
    for (size_t i = 0; i < count && found == NULL; i++) {
        const unsigned char *entry = ole->directory + (size_t)list[i] * OLE_ENTRY;
        uint32_t next[2] = {ole_u32(entry + (i == 0 ? CHILD_AT : LEFT_AT)),
                            ole_u32(entry + (i == 0 ? CHILD_AT : RIGHT_AT))};
        if (i > 0 && entry[TYPE_AT] == TYPE_STREAM && is_named(entry, name))
            found = entry;
        for (int side = 0; side < 2; side++)
            if (next[side] < ole->entry_count && !listed[next[side]]) {
                listed[next[side]] = true;
                list[count++] = next[side];
            }
    }
    mem_free(list);
    mem_free(listed);
    return found;
}

const unsigned char *
ole_workbook(const Ole *ole)
{
    const unsigned char *entry = ole_entry(ole, "Workbook");
    return entry != NULL ? entry : ole_entry(ole, "Book");
}

static OleKind
kind_of(const Ole *ole)
{
    static const struct {
        const char *name;
        OleKind kind;
    } streams[] = {{"EncryptedPackage", OLE_ENCRYPTED},
                   {"Workbook", OLE_WORKBOOK},
                   {"Book", OLE_WORKBOOK},
                   {"WordDocument", OLE_DOCUMENT},
                   {"PowerPoint Document", OLE_SLIDES}};
    for (size_t i = 0; i < sizeof streams / sizeof streams[0]; i++)
        if (ole_entry(ole, streams[i].name) != NULL)
            return streams[i].kind;
    return OLE_UNKNOWN;
}

bool
ole_kind(int fd, OleKind *kind, Err *err)
{
    Ole ole;
    Arena *arena = arena_new();
    OleState state = ole_open(fd, arena, &ole, err);
    *kind = state == OLE_GOOD ? kind_of(&ole) : OLE_DAMAGED;
    arena_free(arena);
    return state != OLE_FAULT;
}
