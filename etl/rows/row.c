#include "rows/row.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>

/* The largest sheet of the OOXML and BIFF12 formats: XFD1048576. */
enum { LAST_COLUMN = 16384, LAST_ROW = 1048576, LETTERS = 26 };

/* Bijective base 26; a 31-bit column has at most seven letters. */
enum { COLUMN_NAME_MAX = 8 };

static Text
write_column(int column, char out[COLUMN_NAME_MAX])
{
    size_t at = COLUMN_NAME_MAX;

    for (int left = column + 1; left > 0; left = (left - 1) / LETTERS)
        out[--at] = (char)('A' + (left - 1) % LETTERS);
    return (Text){out + at, COLUMN_NAME_MAX - at};
}

Text
row_column_name(int column, Arena *arena)
{
    char name[COLUMN_NAME_MAX];

    return arena_text(arena, write_column(column, name));
}

Text
row_write_cell(Place place, char out[ROW_CELL_MAX])
{
    char letters[COLUMN_NAME_MAX];
    int len = 0;

    out[0] = '\0';
    if (place.row_no > 0 && place.column >= 0)
        len = snprintf(out, ROW_CELL_MAX, "%" TEXT_FMT "%" PRIu64, TEXT_ARG(write_column(place.column, letters)),
                       place.row_no);
    return (Text){out, (size_t)len};
}

Text
row_cell_name(Place place, Arena *arena)
{
    char name[ROW_CELL_MAX];

    return arena_text(arena, row_write_cell(place, name));
}

bool
row_read_cell(Text reference, uint64_t *row_no, int *column)
{
    size_t at = 0;
    unsigned letters = 0, digits = 0;

    for (; at < reference.len && isalpha((unsigned char)reference.ptr[at]) && letters <= LAST_COLUMN; at++)
        letters = letters * LETTERS + (unsigned)(toupper((unsigned char)reference.ptr[at]) - 'A' + 1);
    if (letters == 0 || at == reference.len || reference.ptr[at] == '0')
        return false;
    for (; at < reference.len && reference.ptr[at] >= '0' && reference.ptr[at] <= '9' && digits <= LAST_ROW; at++)
        digits = digits * 10 + (unsigned)(reference.ptr[at] - '0');
    if (at < reference.len || letters > LAST_COLUMN || digits > LAST_ROW)
        return false;
    *row_no = digits;
    *column = (int)letters - 1;
    return true;
}
