#include "parcel/gone.h"

#include "parcel/grid.h"

/* The record names a file by its path in the outbox, and what nights wrote there as well: those are no files of a package. */
static bool
is_of(Text path, Text name)
{
    if (!text_starts_with(path, TEXT("ministry/")))
        return false;
    Text end = text_sub(path, path.len > name.len ? path.len - name.len : 0, SIZE_MAX);

    return text_equal(end, name) && (path.len == name.len || path.ptr[path.len - name.len - 1] == '/');
}

bool
gone_told(const char *folder, Text name, const char *sha256, Arena *arena)
{
    Grid record;
    Err ignored = {0};

    if (!grid_read(arena_printf(arena, "%s/%s", folder, GONE_NOTE).ptr, arena, &record, &ignored) ||
        record.column_count <= GONE_SHA256)
        return false;
    for (size_t row = 0; row < record.row_count; row++)
        if (text_equal(grid_cell(&record, row, GONE_SHA256), text_of(sha256)) &&
            is_of(grid_cell(&record, row, GONE_NAME), name))
            return true;
    return false;
}
