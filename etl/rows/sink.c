#include "rows/sink.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

#include "base/progress.h"

enum { PROGRESS_ROWS = 16384, ABSENT_LEN = 3 /* \N and what parts it from the next */ };

Place
sink_place(Text sheet)
{
    return (Place){sheet, 0, -1};
}

static Finding
finding_of(const char *code, bool error, const Remark *remark)
{
    return (Finding){
        .place = remark->place,
        .error = error,
        .code = code,
        .raw = remark->raw,
        .read_as = remark->read_as,
        .expected = remark->expected,
    };
}

static bool
add(Sink *sink, const char *code, bool error, const Remark *remark, Err *err)
{
    Finding finding = finding_of(code, error, remark);
    if (remark->place.row_no == 0)
        return finding_add(sink->findings, &finding, err);
    if (sink->each == NULL)
        sink->each = told_new(sink->findings, SINK_EACH, SINK_FILE, sink->run);
    return told_add_counted(sink->each, &finding, "cell_findings_more", err);
}

bool
sink_refuse(Sink *sink, const char *code, Remark remark, Err *err)
{
    Finding finding = finding_of(code, true, &remark);
    if (finding_add(sink->findings, &finding, err))
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
sink_warn_many(Sink *sink, const char *code, const char *more_code, Remark remark, Err *err)
{
    Finding finding = finding_of(code, false, &remark);
    if (sink->many == NULL)
        sink->many = told_new(sink->findings, SINK_MANY, SINK_FILE, sink->run);
    return told_add_counted(sink->many, &finding, more_code, err);
}

bool
sink_end(Sink *sink, Err *err)
{
    return (sink->many == NULL || told_end(sink->many, err)) && (sink->each == NULL || told_end(sink->each, err));
}

bool
sink_sheet(Sink *sink, Text name, const char *visibility, Err *err)
{
    if (name.len <= LIMIT_SHEET_NAME)
        return rawrow_sheet(sink->rows, name, visibility, err);
    Text expected = arena_printf(sink->run, "%zu", (size_t)LIMIT_SHEET_NAME);
    return sink_refuse(sink, "sheet_name_too_long", (Remark){.place = sink_place(TEXT("")), .expected = expected}, err);
}

const Limits *
sink_limits(const Sink *sink)
{
    return sink->limits != NULL ? sink->limits : &limits_default;
}

bool
sink_plausible(const Sink *sink, uint64_t bytes)
{
    const Limits *limits = sink_limits(sink);
    return bytes <= limits->ratio_from || sink->source_size == 0 || bytes / limits->ratio <= sink->source_size;
}

bool
sink_in_time(Sink *sink, Err *err)
{
    struct timespec used;
    uint64_t most = sink_limits(sink)->cpu_seconds;
    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) != 0 || (uint64_t)used.tv_sec < most)
        return true;
    char seconds[24];
    snprintf(seconds, sizeof seconds, "%" PRIu64, most);
    return sink_refuse(sink, "reading_too_long", (Remark){.place = sink_place(TEXT("")), .expected = text_of(seconds)},
                       err);
}

/* Counts what the row adds; *longest is the length of its longest cell. In the stream a cell that is absent takes room too. */
static uint64_t
count_row(Sink *sink, const Row *row, uint64_t *longest)
{
    uint64_t bytes = 0, there = 0, most = 0;
    for (size_t i = 0; i < row->cell_count; i++) {
        uint64_t len = row->cells[i].len;
        bytes += len;
        there += row->cells[i].ptr != NULL;
        most = len > most ? len : most;
    }
    sink->cell_count += there;
    sink->byte_count += bytes + ABSENT_LEN * (row->cell_count - there);
    *longest = most;
    return bytes;
}

/* The first cell of that length; 0 in a row without cells. */
static int
column_of_length(const Row *row, uint64_t len)
{
    size_t i = 0;
    while (i < row->cell_count && row->cells[i].len != len)
        i++;
    return i < row->cell_count ? (int)i : 0;
}

static const char *
exceeded(const Sink *sink, uint64_t row_bytes, uint64_t longest)
{
    const Limits *limits = sink_limits(sink);
    if (longest > limits->string)
        return "cell_too_long";
    if (row_bytes > limits->row)
        return "row_too_long";
    if (sink->cell_count > limits->cells)
        return "too_many_cells";
    return sink->byte_count <= limits->text && sink_plausible(sink, sink->byte_count) ? NULL : "text_too_large";
}

static bool
check_row(Sink *sink, const Row *row, Err *err)
{
    uint64_t longest;
    uint64_t bytes = count_row(sink, row, &longest);
    const char *code = exceeded(sink, bytes, longest);
    if (code == NULL)
        return true;
    Place place = {row->place.sheet, row->place.row_no, column_of_length(row, longest)};
    return sink_refuse(sink, code, (Remark){.place = place}, err);
}

bool
sink_row(Sink *sink, const Row *row, Err *err)
{
    if (++sink->row_count % PROGRESS_ROWS == 0)
        progress_show("extract: rows", sink->row_count, 0);
    bool ok = check_row(sink, row, err) && rawrow_row(sink->rows, row, err);
    arena_reset(sink->row);
    return ok;
}
