#include "out/grid.h"

#include "text/fold.h"

enum { GAP = 2 };

void
grid_put(FILE *stream, Text text)
{
    for (size_t at = 0; at < text.len; at++) {
        unsigned char byte = (unsigned char)text.ptr[at];
        /* C1 control characters are C2 80 to C2 9F */
        bool c1 = byte == 0xC2 && at + 1 < text.len && (unsigned char)text.ptr[at + 1] < 0xA0;
        if (byte < ' ' || byte == 0x7F || c1)
            putc(' ', stream);
        else
            putc(byte, stream);
        at += c1;
    }
}

static void
put_padded(FILE *stream, Text text, size_t width)
{
    grid_put(stream, text);
    for (size_t used = fold_columns(text); used < width + GAP; used++)
        putc(' ', stream);
}

/* Nothing is padded behind the last text. */
static void
print_row(FILE *stream, const Text *cells, const size_t *widths, size_t columns)
{
    while (columns > 1 && cells[columns - 1].len == 0)
        columns--;
    for (size_t i = 0; i + 1 < columns; i++)
        put_padded(stream, cells[i], widths[i]);
    grid_put(stream, cells[columns - 1]);
    putc('\n', stream);
}

void
grid_print(FILE *stream, const Text *cells, size_t rows, size_t columns)
{
    size_t widths[GRID_COLUMN_MAX] = {0};
    for (size_t i = 0; i < rows * columns; i++) {
        size_t width = fold_columns(cells[i]);
        if (width > widths[i % columns])
            widths[i % columns] = width;
    }
    for (size_t row = 0; row < rows; row++)
        print_row(stream, &cells[row * columns], widths, columns);
}
