#include "xls/biff_type.h"

#include <stddef.h>

#include "xls/biff.h"

enum {
    WINDOW1 = 0x003D,
    MULBLANK = 0x00BE,
    SELECTED_SHAPES = 0x00ED,
    SHAPES_MARK_AT = 2,
    SHAPES_MARK = 0xF119,
    INDEX = 0x020B,
    SHARED_FORMULA = 0x04BC,
    SHARED_HEAD = 10, /* and the tokens behind */
    FUTURE_FIRST = 0x0800,
    FUTURE_LAST = 0x08FF
};

typedef struct Types {
    uint16_t first, last;
} Types;

/* Both in the globals and in sheets; 105C is Excel's for the Mac. In sheets 0000 is the dimensions that an old program writes. */
static const Types anywhere[] = {
    {0x0200, 0x0201}, {0x0203, 0x0205}, {0x0207, 0x0208}, {0x020B, 0x020B}, {0x0221, 0x0221},
    {0x0225, 0x0225}, {0x0236, 0x0236}, {0x023E, 0x023E}, {0x027E, 0x027E}, {0x0293, 0x0293},
    {0x041E, 0x041E}, {0x04BC, 0x04BC}, {0x0800, 0x08FF}, {0x105C, 0x105C},
};
static const Types globals[] = {
    {0x000A, 0x000A}, {0x000C, 0x001D}, {0x0022, 0x0023}, {0x0026, 0x0029}, {0x002F, 0x002F}, {0x0031, 0x0031},
    {0x003C, 0x003D}, {0x0040, 0x0042}, {0x004D, 0x0061}, {0x0063, 0x0063}, {0x007D, 0x007D}, {0x007F, 0x0087},
    {0x008C, 0x0092}, {0x0099, 0x009E}, {0x00A9, 0x00E3}, {0x00E5, 0x00E5}, {0x00E9, 0x00EF}, {0x00FC, 0x0103},
    {0x0122, 0x0122}, {0x013D, 0x013E}, {0x015F, 0x0163}, {0x01A9, 0x01C2},
};
static const Types sheets[] = {
    {0x0000, 0x0000}, {0x0006, 0x0006}, {0x000A, 0x000A}, {0x000C, 0x001D}, {0x0022, 0x0023}, {0x0026, 0x002B},
    {0x002F, 0x002F}, {0x0031, 0x0031}, {0x003C, 0x003D}, {0x0040, 0x0042}, {0x004D, 0x004D}, {0x0050, 0x0052},
    {0x0055, 0x0055}, {0x0059, 0x0063}, {0x007D, 0x007D}, {0x007F, 0x0084}, {0x008C, 0x008D}, {0x0090, 0x0092},
    {0x0094, 0x009E}, {0x00A0, 0x00A1}, {0x00A9, 0x00AB}, {0x00AE, 0x00B8}, {0x00BD, 0x00BE}, {0x00C1, 0x00C1},
    {0x00C5, 0x00C5}, {0x00D3, 0x00DA}, {0x00DC, 0x00DE}, {0x00E0, 0x00E3}, {0x00E5, 0x00E5}, {0x00E9, 0x00EF},
    {0x00F0, 0x00F8}, {0x00FB, 0x00FB}, {0x00FD, 0x00FD}, {0x0100, 0x0103}, {0x0122, 0x0122}, {0x015F, 0x0163},
    {0x01A9, 0x01AF}, {0x01B0, 0x01B6}, {0x01B8, 0x01BA}, {0x01BE, 0x01BE}, {0x01C0, 0x01C2},
};

static bool
is_among(uint16_t type, const Types *types, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (type >= types[i].first && type <= types[i].last)
            return true;
    return false;
}

bool
biff_type_known(uint16_t type, bool in_sheet)
{
    if (is_among(type, anywhere, sizeof anywhere / sizeof anywhere[0]))
        return true;
    return in_sheet ? is_among(type, sheets, sizeof sheets / sizeof sheets[0])
                    : is_among(type, globals, sizeof globals / sizeof globals[0]);
}

typedef struct Size {
    uint16_t type, least, most;
} Size;

/* Sorted by type. */
static const Size sizes[] = {
    {0x0000, 10, 10},    {0x0006, 22, 65535}, {0x000A, 0, 0},   {0x000C, 2, 2},      {0x000D, 2, 2},
    {0x000E, 2, 2},      {0x000F, 2, 2},      {0x0010, 8, 8},   {0x0011, 2, 2},      {0x0012, 2, 2},
    {0x0013, 2, 2},      {0x0016, 2, 2},      {0x0019, 2, 2},   {0x001A, 2, 65535},  {0x001B, 2, 65535},
    {0x0022, 2, 2},      {0x0023, 6, 65535},  {0x0026, 8, 8},   {0x0027, 8, 8},      {0x0028, 8, 8},
    {0x0029, 8, 8},      {0x002A, 2, 2},      {0x002B, 2, 2},   {0x003D, 18, 18},    {0x0040, 2, 2},
    {0x0042, 2, 2},      {0x0055, 2, 2},      {0x005C, 0, 112}, {0x005D, 13, 65535}, {0x005E, 2, 2},
    {0x005F, 2, 2},      {0x0063, 2, 2},      {0x007D, 11, 12}, {0x007F, 13, 65535}, {0x0080, 8, 8},
    {0x0081, 2, 2},      {0x0082, 2, 2},      {0x0083, 2, 2},   {0x0084, 2, 2},      {0x008D, 2, 2},
    {0x009C, 2, 2},      {0x009D, 2, 2},      {0x00A0, 4, 4},   {0x00A1, 34, 34},    {0x00C0, 0, 0},
    {0x00C1, 2, 2},      {0x00DA, 2, 2},      {0x00DD, 2, 2},   {0x00E1, 0, 2},      {0x00E2, 0, 2},
    {0x0122, 10, 65535}, {0x0160, 2, 2},      {0x0161, 2, 2},   {0x01AF, 2, 2},      {0x01B7, 2, 2},
    {0x01BC, 2, 2},      {0x01C0, 0, 0},      {0x0200, 10, 14}, {0x0201, 6, 6},      {0x0203, 14, 14},
    {0x0205, 8, 9},      {0x0207, 2, 65535},  {0x0208, 16, 16}, {0x0221, 14, 65535}, {0x0225, 4, 4},
    {0x0236, 16, 16},    {0x023E, 10, 18},    {0x027E, 10, 10},
};

static bool
size_fits(uint16_t type, size_t len)
{
    size_t first = 0, last = sizeof sizes / sizeof sizes[0];
    while (first < last) {
        size_t middle = (first + last) / 2;
        if (sizes[middle].type == type)
            return len >= sizes[middle].least && len <= sizes[middle].most;
        if (sizes[middle].type < type)
            first = middle + 1;
        else
            last = middle;
    }
    return true;
}

static unsigned
u16_at(const unsigned char *body, size_t len, size_t at)
{
    return at + 2 <= len ? body[at] | (unsigned)body[at + 1] << 8 : 0;
}

/* Columns from the first to the last one, a format each. */
static bool
blanks_fit(const unsigned char *body, size_t len)
{
    enum { FIRST_AT = 2, AROUND = 6 };
    return len >= AROUND + 2 && u16_at(body, len, FIRST_AT) + (len - AROUND) / 2 == u16_at(body, len, len - 2) + 1;
}

/* A number that happens to be a type is not one: the size must be one that the type may have. */
static bool
is_record(const unsigned char *bytes, size_t left)
{
    enum { HEAD = 4 };
    uint16_t type = (uint16_t)u16_at(bytes, left, 0);
    size_t len = u16_at(bytes, left, 2);
    return biff_type_known(type, true) && HEAD + len <= left && size_fits(type, len);
}

bool
biff_is_records(const unsigned char *bytes, size_t len)
{
    enum { HEAD = 4 };
    size_t at = 0;
    while (at + HEAD <= len && is_record(bytes + at, len - at))
        at += HEAD + (size_t)u16_at(bytes, len, at + 2);
    return at == len;
}

/* The places of blocks of 32 rows; rows are numbers of 2 bytes up to Excel 95, then of 4. */
static size_t
places_of(unsigned first, unsigned last)
{
    enum { BLOCK = 32, PLACE = 4 };
    return last > first ? (size_t)(last - first + BLOCK - 1) / BLOCK * PLACE : 0;
}

static bool
index_fits(const unsigned char *body, size_t len)
{
    enum { ROWS_AT = 4, OLD_HEAD = 12, HEAD = 16 };
    size_t old = OLD_HEAD + places_of(u16_at(body, len, ROWS_AT), u16_at(body, len, ROWS_AT + 2));
    size_t end = HEAD + places_of(u16_at(body, len, ROWS_AT), u16_at(body, len, ROWS_AT + 4));
    if (len < OLD_HEAD || len % 4 != 0)
        return false;
    return len == old || len <= end || !biff_is_records(body + end, len - end);
}

/* The first and the last column of two numbers that stand together, where a window has its top and its bar of sheets. */
static bool
may_be_numbers(const unsigned char *body, size_t len)
{
    enum { FIRST_AT = 2, LAST_AT = 16 };
    return u16_at(body, len, FIRST_AT) + 1 == u16_at(body, len, LAST_AT);
}

bool
biff_text_fits(const unsigned char *body, size_t len)
{
    size_t count = u16_at(body, len, 0), wide = len > 2 && (body[2] & 1) != 0;
    return len == 0 || len == 3 + count * (1 + wide) || len == 2 + count || len == 1 + (size_t)body[0];
}

bool
biff_type_fits(uint16_t type, const unsigned char *body, size_t len)
{
    if (type >= FUTURE_FIRST && type <= FUTURE_LAST)
        return u16_at(body, len, 0) == type;
    switch (type) {
    case BIFF_HEADER:
    case BIFF_FOOTER:
        return biff_text_fits(body, len);
    case WINDOW1:
        return size_fits(type, len) && !may_be_numbers(body, len);
    case INDEX:
        return index_fits(body, len);
    case MULBLANK:
        return blanks_fit(body, len);
    case SELECTED_SHAPES:
        return u16_at(body, len, SHAPES_MARK_AT) == SHAPES_MARK;
    case SHARED_FORMULA:
        return len == SHARED_HEAD + (size_t)u16_at(body, len, SHARED_HEAD - 2);
    default:
        return size_fits(type, len);
    }
}
