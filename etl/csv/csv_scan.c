#include "csv/csv_scan.h"

#include <string.h>

#include "base/limits.h"
#include "csv/csv_dialect.h"

static Text
rest(const CsvScan *scan)
{
    return text_sub(buf_view(&scan->text), scan->at, scan->text.len - scan->at);
}

/* Drops what has been taken and decodes the next block behind the rest. */
static bool
fill(CsvScan *scan, Err *err)
{
    Buf *text = &scan->text;
    text->len -= scan->at;
    if (text->len > 0)
        memmove(text->ptr, text->ptr + scan->at, text->len);
    scan->at = 0;
    DecodeState state = decoder_read(scan->decoder, scan->fd, text, err);
    scan->bad = state == DECODE_BAD;
    scan->ended = state == DECODE_END || (scan->bad && scan->in_part);
    if (scan->bad && !scan->in_part)
        return err_set(err, ERR_IO, "the file changed while it was read");
    return state != DECODE_FAULT;
}

bool
csv_scan_open(CsvScan *scan, int fd, Encoding encoding, uint64_t from, uint64_t until, Arena *arena, Err *err)
{
    *scan = (CsvScan){.fd = fd, .row_no = 1, .text = buf_new(LIMIT_CSV_RECORD + (size_t)2 * DECODER_OUT)};
    scan->decoder = decoder_open(encoding, err);
    if (scan->decoder == NULL || !decoder_rewind(scan->decoder, fd, from, err))
        return false;
    decoder_until(scan->decoder, until);
    scan->in_part = until != UINT64_MAX;
    if (!fill(scan, err))
        return false;
    scan->at = csv_sep_line(rest(scan), &scan->delimiter, arena);
    if (scan->at == 0)
        scan->delimiter = csv_delimiter(rest(scan));
    scan->splitter = csv_splitter_new(scan->delimiter);
    return true;
}

void
csv_scan_close(CsvScan *scan)
{
    csv_splitter_free(scan->splitter);
    buf_free(&scan->text);
    decoder_close(scan->decoder);
}

static bool
is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

static CsvScanState
refuse(Sink *sink, const char *code, const RowBuild *build, Err *err)
{
    sink_refuse(sink, code, (Remark){.place = build->row.place}, err);
    return err->code == ERR_NONE ? CSV_SCAN_REFUSED : CSV_SCAN_FAULT;
}

CsvScanState
csv_scan_next(CsvScan *scan, RowBuild *build, CsvRecord *record, Sink *sink, Err *err)
{
    while (scan->at < scan->text.len || !scan->ended) {
        CsvState state = CSV_STATE_MORE;
        rowbuild_begin(build, TEXT(""), scan->row_no);
        if (scan->at < scan->text.len)
            state = csv_split(scan->splitter, rest(scan), scan->ended, build, sink->row, record);
        if (state == CSV_STATE_TOO_WIDE)
            return refuse(sink, "too_many_columns", build, err);
        if (state == CSV_STATE_RECORD) {
            scan->at += record->used;
            record->ended = is_line_end(scan->text.ptr[scan->at - 1]);
            scan->row_no++;
            return CSV_SCAN_RECORD;
        }
        arena_reset(sink->row);
        if (scan->text.len - scan->at > LIMIT_CSV_RECORD)
            return refuse(sink, "line_too_long", build, err);
        if (!sink_in_time(sink, err))
            return sink->refused != NULL ? CSV_SCAN_REFUSED : CSV_SCAN_FAULT;
        if (!fill(scan, err))
            return CSV_SCAN_FAULT;
    }
    return CSV_SCAN_END;
}
