#include "rows/sink.h"

#include "base/progress.h"

enum { PROGRESS_ROWS = 16384 };

Place
sink_place(Text sheet)
{
    return (Place){sheet, 0, -1};
}

static bool
add(Sink *sink, const char *code, bool error, const Remark *remark, Err *err)
{
    Finding finding = {
        .place = remark->place,
        .error = error,
        .code = code,
        .raw = remark->raw,
        .read_as = remark->read_as,
        .expected = remark->expected,
    };
    return finding_add(sink->findings, &finding, err);
}

bool
sink_refuse(Sink *sink, const char *code, Remark remark, Err *err)
{
    if (add(sink, code, true, &remark, err))
        sink->refused = code;
    return false;
}

bool
sink_error(Sink *sink, const char *code, Remark remark, Err *err)
{
    return add(sink, code, true, &remark, err);
}

bool
sink_warn(Sink *sink, const char *code, Remark remark, Err *err)
{
    return add(sink, code, false, &remark, err);
}

bool
sink_row(Sink *sink, const Row *row, Err *err)
{
    if (++sink->row_count % PROGRESS_ROWS == 0)
        progress_show("extract: rows", sink->row_count, 0);
    for (size_t i = 0; i < row->cell_count; i++)
        sink->byte_count += row->cells[i].len;
    bool ok = rawrow_row(sink->rows, row, err);
    arena_reset(sink->row);
    return ok;
}
