#include "csv/csv_line.h"

#include <string.h>

#include "base/lanes.h"
#include "text/formula.h"

/* Portals put tabs around a cell to keep it text. */
static Text
without_tabs(Text cell)
{
    while (cell.len > 0 && cell.ptr[cell.len - 1] == '\t')
        cell.len--;
    while (cell.len > 0 && cell.ptr[0] == '\t')
        cell = text_sub(cell, 1, cell.len);
    return cell;
}

static bool
is_guard(Text cell)
{
    return cell.len >= 3 && cell.ptr[0] == '=' && cell.ptr[1] == '"' && cell.ptr[cell.len - 1] == '"' &&
           memchr(cell.ptr + 2, '"', cell.len - 3) == NULL;
}

bool
csv_line_append(RowBuild *build, Text cell, bool stray, Arena *arena)
{
    int column = (int)build->row.cell_count;
    Text bare = without_tabs(cell);
    bool guard = is_guard(bare);
    if (!rowbuild_append(build, guard ? text_sub(bare, 2, bare.len - 3) : cell))
        return false;
    if (guard)
        rowbuild_mark(build, column, "guard", arena);
    if (bare.len > 0 && bare.ptr[0] == '#' && formula_is_error(bare))
        rowbuild_mark(build, column, "error", arena);
    if (stray)
        rowbuild_mark(build, column, "quote", arena);
    return true;
}

/* Neither a guard nor an error, nor one that portals have put tabs before: nearly all. */
static inline bool
append(RowBuild *build, const char *from, const char *to, Arena *arena)
{
    Text cell = {from, (size_t)(to - from)};
    if (cell.len == 0 || (*from != '=' && *from != '\t' && *from != '#'))
        return rowbuild_append(build, cell);
    return csv_line_append(build, cell, false, arena);
}

static CsvLine
split_bare(Text line, char delimiter, RowBuild *build, Arena *arena)
{
    const char *cell = line.ptr, *at = line.ptr, *end = line.ptr + line.len;
    for (; end - at >= LANES; at += LANES) {
        unsigned found = lanes_bits(lanes_like(lanes_load(at), (unsigned char)delimiter));
        for (; found != 0; found &= found - 1) {
            const char *here = at + __builtin_ctz(found);
            if (!append(build, cell, here, arena))
                return CSV_LINE_TOO_WIDE;
            cell = here + 1;
        }
    }
    for (; at < end; at++) {
        if (*at != delimiter)
            continue;
        if (!append(build, cell, at, arena))
            return CSV_LINE_TOO_WIDE;
        cell = at + 1;
    }
    return append(build, cell, end, arena) ? CSV_LINE_TAKEN : CSV_LINE_TOO_WIDE;
}

static CsvLine
split_quoted(Text line, char delimiter, RowBuild *build, Arena *arena)
{
    const char *end = line.ptr + line.len;
    for (const char *at = line.ptr;; at++) {
        bool quoted = at < end && *at == '"';
        const char *cell = at + quoted;
        const char *to = memchr(cell, quoted ? '"' : delimiter, (size_t)(end - cell));
        if (to == NULL && quoted)
            return CSV_LINE_QUOTED;
        to = to != NULL ? to : end;
        at = to + quoted;
        if ((at < end && *at != delimiter) || (!quoted && memchr(cell, '"', (size_t)(to - cell)) != NULL))
            return CSV_LINE_QUOTED;
        if (!append(build, cell, to, arena))
            return CSV_LINE_QUOTED;
        if (at == end)
            return CSV_LINE_TAKEN;
    }
}

/* The full-width comma, in text without quotes. */
static CsvLine
split_wide(Text line, Text delimiter, RowBuild *build, Arena *arena)
{
    for (size_t at = 0;;) {
        size_t next = text_find(line, delimiter, at);
        size_t end = next == SIZE_MAX ? line.len : next;
        if (!append(build, line.ptr + at, line.ptr + end, arena))
            return CSV_LINE_TOO_WIDE;
        if (next == SIZE_MAX)
            return CSV_LINE_TAKEN;
        at = next + delimiter.len;
    }
}

CsvLine
csv_line_split(Text line, Text delimiter, RowBuild *build, Arena *arena)
{
    bool quotes = memchr(line.ptr, '"', line.len) != NULL;
    if (delimiter.len > 1)
        return quotes ? CSV_LINE_QUOTED : split_wide(line, delimiter, build, arena);
    return quotes ? split_quoted(line, delimiter.ptr[0], build, arena)
                  : split_bare(line, delimiter.ptr[0], build, arena);
}
