#include "rows/sheetfacts.h"

#include "base/limits.h"

bool
sheetfacts_hidden_columns(Sink *sink, Text sheet, const bool *hidden, Err *err)
{
    for (int first = 0; first < LIMIT_COLUMNS; first++) {
        int last = first;
        if (!hidden[first])
            continue;
        while (last + 1 < LIMIT_COLUMNS && hidden[last + 1])
            last++;
        Text range = arena_printf(sink->row, "%" TEXT_FMT ":%" TEXT_FMT, TEXT_ARG(row_column_name(first, sink->row)),
                                  TEXT_ARG(row_column_name(last, sink->row)));
        if (!rawrow_hidden_columns(sink->rows, sheet, range, err))
            return false;
        first = last;
    }
    return true;
}
