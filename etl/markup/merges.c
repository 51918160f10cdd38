#include "markup/merges.h"

#include <string.h>

#include "base/limits.h"

Merges
merges_new(void)
{
    return (Merges){buf_new(LIMIT_MERGES)};
}

void
merges_free(Merges *merges)
{
    buf_free(&merges->list);
}

size_t
merges_count(const Merges *merges)
{
    return merges->list.len / sizeof(Merge);
}

bool
merges_add(Merges *merges, const Merge *merge)
{
    return buf_append(&merges->list, merge, sizeof *merge);
}

static Merge
get(const Merges *merges, size_t index)
{
    Merge merge;
    memcpy(&merge, merges->list.ptr + index * sizeof merge, sizeof merge);
    return merge;
}

void
merges_cut(Merges *merges, size_t index, uint32_t last_row)
{
    Merge merge = get(merges, index);
    merge.last_row = merge.last_row < last_row ? merge.last_row : last_row;
    memcpy(merges->list.ptr + index * sizeof merge, &merge, sizeof merge);
}

void
merges_keep(Merges *merges, size_t count)
{
    merges->list.len = count * sizeof(Merge);
}

static bool
write_one(const Merge *merge, Sink *sink, Text sheet, Err *err)
{
    Place first = {sheet, merge->first_row, merge->first_column};
    Place last = {sheet, merge->last_row, merge->last_column};
    Text range = arena_printf(sink->row, "%" TEXT_FMT ":%" TEXT_FMT, TEXT_ARG(row_cell_name(first, sink->row)),
                              TEXT_ARG(row_cell_name(last, sink->row)));
    bool ok = rawrow_merge(sink->rows, sheet, range, err);
    arena_reset(sink->row);
    return ok;
}

bool
merges_write(Merges *merges, Sink *sink, Text sheet, Err *err)
{
    for (size_t i = 0; i < merges_count(merges); i++) {
        Merge merge = get(merges, i);
        bool single = merge.first_row == merge.last_row && merge.first_column == merge.last_column;
        if (!single && !write_one(&merge, sink, sheet, err))
            return false;
    }
    buf_clear(&merges->list);
    return true;
}
