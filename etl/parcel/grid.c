#include "parcel/grid.h"

#include "base/file.h"

enum { FILE_MAX = 256 << 20 };

#define BOM "\xEF\xBB\xBF"

Grid
grid_new(const Text *labels, size_t column_count, size_t row_room, Arena *arena)
{
    return (Grid){.labels = labels,
                  .column_count = column_count,
                  .cells = arena_array(arena, row_room, column_count * sizeof(Text)),
                  .row_room = row_room};
}

Text *
grid_add(Grid *grid)
{
    Text *row = &grid->cells[grid->row_count * grid->column_count];
    grid->row_count++;
    return row;
}

Text
grid_cell(const Grid *grid, size_t row, size_t column)
{
    return grid->cells[row * grid->column_count + column];
}

size_t
grid_column(const Grid *grid, Text label)
{
    for (size_t i = 0; i < grid->column_count; i++)
        if (text_equal(grid->labels[i], label))
            return i;
    return SIZE_MAX;
}

static void
hash_text(Hash *hash, Text text)
{
    uint64_t len = text.len;
    hash_add(hash, &len, sizeof len);
    hash_add(hash, text.ptr, text.len);
}

void
grid_hash(const Grid *grid, Hash *hash)
{
    for (size_t i = 0; i < grid->column_count; i++)
        hash_text(hash, grid->labels[i]);
    for (size_t i = 0; i < grid->row_count * grid->column_count; i++)
        hash_text(hash, grid->cells[i]);
}

/* A file of csvout, read from its front. */
typedef struct Reading {
    Text bytes;
    size_t at;
    Arena *arena;
} Reading;

static bool
is_quote(Text bytes, size_t at)
{
    return at < bytes.len && bytes.ptr[at] == '"';
}

/* The place of the quote that closes a cell whose content begins at `at`, or of the end; *twice counts those that stand for one. */
static size_t
closing_quote(Text bytes, size_t at, size_t *twice)
{
    for (*twice = 0; at < bytes.len; at++) {
        if (!is_quote(bytes, at))
            continue;
        if (!is_quote(bytes, at + 1))
            return at;
        (*twice)++;
        at++;
    }
    return at;
}

static bool
read_quoted(Reading *reading, Text *cell)
{
    size_t at = reading->at + 1, twice;
    size_t close = closing_quote(reading->bytes, at, &twice);
    if (!is_quote(reading->bytes, close))
        return false;
    *cell = text_sub(reading->bytes, at, close - at);
    reading->at = close + 1;
    if (twice == 0)
        return true;
    char *out = arena_alloc(reading->arena, close - at - twice);
    size_t len = 0;
    for (; at < close; at++) {
        at += is_quote(reading->bytes, at);
        out[len++] = reading->bytes.ptr[at];
    }
    *cell = (Text){out, len};
    return true;
}

static bool
read_cell(Reading *reading, Text *cell)
{
    if (reading->at < reading->bytes.len && reading->bytes.ptr[reading->at] == '"')
        return read_quoted(reading, cell);
    size_t from = reading->at;
    while (reading->at < reading->bytes.len && reading->bytes.ptr[reading->at] != ',' &&
           reading->bytes.ptr[reading->at] != '\r')
        reading->at++;
    *cell = text_sub(reading->bytes, from, reading->at - from);
    return true;
}

/* Counts the cells of a row; `cells` NULL: only counts. */
static bool
read_row(Reading *reading, Text *cells, size_t most, size_t *count)
{
    for (*count = 0;; (*count)++) {
        Text cell;
        if (!read_cell(reading, &cell) || (cells != NULL && *count == most))
            return false;
        if (cells != NULL)
            cells[*count] = cell;
        if (text_starts_with(text_sub(reading->bytes, reading->at, 1), TEXT(",")))
            reading->at++;
        else
            break;
    }
    (*count)++;
    bool ended = text_starts_with(text_sub(reading->bytes, reading->at, 2), TEXT("\r\n"));
    reading->at += 2;
    return ended;
}

/* Line ends within a quoted cell count too: no fewer than there are rows. */
static size_t
lines_of(Text bytes)
{
    size_t lines = 0;
    for (size_t i = 0; i < bytes.len; i++)
        lines += bytes.ptr[i] == '\n';
    return lines;
}

static bool
read_rows(Reading *reading, Grid *out)
{
    size_t columns, count;
    Reading ahead = *reading;
    if (!read_row(&ahead, NULL, 0, &columns))
        return false;
    Text *labels = arena_array(reading->arena, columns, sizeof(Text));
    if (!read_row(reading, labels, columns, &count))
        return false;
    *out = grid_new(labels, columns, lines_of(reading->bytes), reading->arena);
    while (reading->at < reading->bytes.len)
        if (!read_row(reading, grid_add(out), columns, &count) || count != columns)
            return false;
    return true;
}

bool
grid_read(const char *path, Arena *arena, Grid *out, Err *err)
{
    Reading reading = {.arena = arena};
    if (!file_read(path, FILE_MAX, arena, &reading.bytes, err))
        return false;
    reading.at = text_starts_with(reading.bytes, TEXT(BOM)) ? sizeof BOM - 1 : 0;
    return read_rows(&reading, out) || err_set(err, ERR_DATA, "not a CSV file of ours: \"%s\"", path);
}
