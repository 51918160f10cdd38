#include "read/ole.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/limits.h"

enum {
    HEADER_SIZE = 512,
    SHIFT_AT = 30,
    DIRECTORY_AT = 48,
    DIFAT_AT = 76,
    DIFAT_COUNT = 109, /* the FAT sectors that the header itself names; a directory behind them is not looked for */
    ENTRY_SIZE = 128,
    NAME_LEN_AT = 64,
    TYPE_AT = 66,
    TYPE_STREAM = 2,
    SECTOR_MAX = 4096
};

#define LAST_REGULAR 0xFFFFFFFAu

typedef struct Ole {
    int fd;
    size_t sector_size;
    unsigned char header[HEADER_SIZE];
    unsigned char sector[SECTOR_MAX];
} Ole;

static uint32_t
read_u32(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* *whole: all of it was there. */
static bool
read_at(int fd, uint64_t offset, unsigned char *bytes, size_t size, bool *whole, Err *err)
{
    ssize_t got = -1;
    if (lseek(fd, (off_t)offset, SEEK_SET) >= 0)
        got = file_read_some(fd, bytes, size);
    *whole = got == (ssize_t)size;
    return got >= 0 || err_set(err, ERR_IO, "could not read at byte %llu: %m", (unsigned long long)offset);
}

static uint64_t
sector_offset(const Ole *ole, uint32_t sector)
{
    return ((uint64_t)sector + 1) * ole->sector_size;
}

/* The sector that follows `sector` in its chain, by the FAT; *whole is false where the FAT does not reach it. */
static bool
next_sector(const Ole *ole, uint32_t sector, uint32_t *next, bool *whole, Err *err)
{
    size_t per_sector = ole->sector_size / 4;
    unsigned char entry[4] = {0};
    *whole = sector / per_sector < DIFAT_COUNT;
    if (!*whole)
        return true;
    uint32_t fat = read_u32(ole->header + DIFAT_AT + 4 * (sector / per_sector));
    *whole = fat <= LAST_REGULAR;
    if (!*whole)
        return true;
    if (!read_at(ole->fd, sector_offset(ole, fat) + 4 * (sector % per_sector), entry, sizeof entry, whole, err))
        return false;
    *next = read_u32(entry);
    return true;
}

/* True where the entry's UTF-16 name is `name`, case ignored as the standard has it. */
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

static OleKind
entry_kind(const unsigned char *entry)
{
    static const struct {
        const char *name;
        OleKind kind;
    } streams[] = {{"EncryptedPackage", OLE_ENCRYPTED},
                   {"Workbook", OLE_WORKBOOK},
                   {"Book", OLE_WORKBOOK},
                   {"WordDocument", OLE_DOCUMENT},
                   {"PowerPoint Document", OLE_SLIDES}};
    if (entry[TYPE_AT] == TYPE_STREAM)
        for (size_t i = 0; i < sizeof streams / sizeof streams[0]; i++)
            if (is_named(entry, streams[i].name))
                return streams[i].kind;
    return OLE_UNKNOWN;
}

static OleKind
sector_kind(const Ole *ole)
{
    for (size_t at = 0; at + ENTRY_SIZE <= ole->sector_size; at += ENTRY_SIZE) {
        OleKind kind = entry_kind(ole->sector + at);
        if (kind != OLE_UNKNOWN)
            return kind;
    }
    return OLE_UNKNOWN;
}

/* Follows the directory's chain, which is bounded: a damaged one may be a ring. */
static bool
search_directory(Ole *ole, OleKind *kind, Err *err)
{
    uint32_t sector = read_u32(ole->header + DIRECTORY_AT);
    *kind = OLE_DAMAGED;
    for (int i = 0; i < LIMIT_OLE_SECTORS && sector <= LAST_REGULAR; i++) {
        bool whole;
        if (!read_at(ole->fd, sector_offset(ole, sector), ole->sector, ole->sector_size, &whole, err))
            return false;
        if (!whole)
            return true;
        *kind = sector_kind(ole);
        if (*kind != OLE_UNKNOWN)
            return true;
        if (!next_sector(ole, sector, &sector, &whole, err))
            return false;
        if (!whole)
            return true;
    }
    return true;
}

bool
ole_kind(int fd, OleKind *kind, Err *err)
{
    Ole ole = {.fd = fd};
    bool whole;
    *kind = OLE_DAMAGED;
    if (!read_at(fd, 0, ole.header, HEADER_SIZE, &whole, err))
        return false;
    unsigned shift = ole.header[SHIFT_AT];
    if (!whole || (shift != 9 && shift != 12))
        return true;
    ole.sector_size = (size_t)1 << shift;
    return search_directory(&ole, kind, err);
}
