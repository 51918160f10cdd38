#include "office/arrivals.h"

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "rows/copytext.h"

#define LINES_MAX ((size_t)1 << 30)

bool
arrivals_lines(const DbResult *rows, Arena *arena, Text *out, Err *err)
{
    Buf lines = buf_new(LINES_MAX);
    bool ok = true;

    for (size_t row = 0; ok && row < db_rows(rows); row++)
        for (int column = 0; ok && column < db_columns(rows); column++)
            ok = copytext_field(&lines, db_cell(rows, row, column)) &&
                 buf_char(&lines, column + 1 < db_columns(rows) ? '\t' : '\n');
    *out = ok ? arena_text(arena, buf_view(&lines)) : TEXT_NONE;
    buf_free(&lines);
    return ok || err_set(err, ERR_DATA, "list of arrivals too long");
}

bool
arrivals_print(Text lines, Err *err)
{
    return file_write_all(STDOUT_FILENO, lines.ptr, lines.len) ||
           err_set(err, ERR_IO, "could not write the list of arrivals: %m");
}
