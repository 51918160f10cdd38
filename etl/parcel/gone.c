#include "parcel/gone.h"

#include <sys/stat.h>

bool
gone_read(const char *folder, Arena *arena, Grid *record)
{
    const char *path = arena_printf(arena, "%s/%s", folder, GONE_NOTE).ptr;
    struct stat status;
    Err ignored = {0};

    return lstat(path, &status) == 0 && S_ISREG(status.st_mode) && grid_read(path, arena, record, &ignored) &&
           record->column_count > GONE_SHA256;
}

bool
gone_names(const Grid *record, Text path, const char *sha256)
{
    for (size_t row = 0; row < record->row_count; row++)
        if (text_equal(grid_cell(record, row, GONE_SHA256), text_of(sha256)) &&
            text_equal(grid_cell(record, row, GONE_NAME), path))
            return true;
    return false;
}
