#include "csv/csv.h"

#include <string.h>

#include "base/limits.h"
#include "charset/decoder.h"
#include "charset/encoding.h"
#include "csv/csv_dialect.h"
#include "csv/csv_record.h"

/* A window of decoded text that moves over the file. */
typedef struct Window {
    int fd;
    Decoder *decoder;
    Buf text;
    size_t at; /* what stands before has been taken */
    bool ended;
} Window;

static Text
window_rest(const Window *window)
{
    return text_sub(buf_view(&window->text), window->at, window->text.len - window->at);
}

/* Drops what has been taken and decodes the next block behind the rest. */
static bool
window_fill(Window *window, Err *err)
{
    Buf *text = &window->text;
    text->len -= window->at;
    if (text->len > 0)
        memmove(text->ptr, text->ptr + window->at, text->len);
    window->at = 0;
    DecodeState state = decoder_read(window->decoder, window->fd, text, err);
    window->ended = state == DECODE_END;
    if (state == DECODE_BAD)
        return err_set(err, ERR_IO, "the file changed while it was read");
    return state != DECODE_FAULT;
}

/* The place in a clerk's words; the offset counts from 0, the bytes from 1. */
static bool
refuse_encoding(Sink *sink, const EncodingVerdict *verdict, Err *err)
{
    Place place = {TEXT(""), verdict->bad_line, -1};
    unsigned long long offset = verdict->bad_offset;
    Text raw = arena_printf(sink->run, "第%llu字节起（偏移%llu）：%s", offset + 1, offset, verdict->bad_hex);
    Text read_as = text_of(verdict->foreign != NULL ? verdict->foreign : encoding_name(verdict->encoding));
    return sink_refuse(sink, verdict->refusal, (Remark){place, raw, read_as, TEXT("UTF-8, GB18030")}, err);
}

static bool
report_stray_quote(Sink *sink, const Row *row, int column, Err *err)
{
    Place place = {row->place.sheet, row->place.row_no, column};
    Text cell = row->cells[column];
    return sink_warn(sink, "stray_quote", (Remark){place, cell, cell, TEXT_NONE}, err);
}

static bool
hand_on(Sink *sink, RowBuild *build, const CsvRecord *record, Err *err)
{
    if (record->blank)
        return true;
    const Row *row = rowbuild_row(build);
    if (record->stray_column >= 0 && !report_stray_quote(sink, row, record->stray_column, err))
        return false;
    return sink_row(sink, row, err);
}

static bool
read_records(Window *window, CsvSplitter *splitter, RowBuild *build, Sink *sink, Err *err)
{
    for (uint64_t row_no = 1; window->at < window->text.len || !window->ended;) {
        CsvState state = CSV_STATE_MORE;
        CsvRecord record = {0};
        rowbuild_begin(build, TEXT(""), row_no);
        if (window->at < window->text.len)
            state = csv_split(splitter, window_rest(window), window->ended, build, sink->row, &record);
        if (state == CSV_STATE_TOO_WIDE)
            return sink_refuse(sink, "too_many_columns", (Remark){.place = build->row.place}, err);
        if (state == CSV_STATE_RECORD) {
            if (!hand_on(sink, build, &record, err))
                return false;
            window->at += record.used;
            row_no++;
            continue;
        }
        arena_reset(sink->row);
        if (window->text.len - window->at > LIMIT_CSV_RECORD)
            return sink_refuse(sink, "line_too_long", (Remark){.place = build->row.place}, err);
        if (!sink_in_time(sink, err) || !window_fill(window, err))
            return false;
    }
    return true;
}

static bool
write_facts(Sink *sink, const EncodingVerdict *verdict, Text delimiter, Err *err)
{
    return rawrow_fact(sink->rows, TEXT("format"), TEXT("csv"), err) &&
           rawrow_fact(sink->rows, TEXT("encoding"), text_of(encoding_name(verdict->encoding)), err) &&
           rawrow_fact(sink->rows, TEXT("encoding_why"), text_of(verdict->why), err) &&
           rawrow_fact(sink->rows, TEXT("delimiter"), text_of(csv_delimiter_name(delimiter)), err) &&
           rawrow_sheet(sink->rows, TEXT(""), "visible", err);
}

static bool
read_table(Window *window, const EncodingVerdict *verdict, Sink *sink, Err *err)
{
    if (!decoder_rewind(window->decoder, window->fd, verdict->bom_len, err) || !window_fill(window, err))
        return false;
    Text delimiter = csv_delimiter(window_rest(window));
    if (!write_facts(sink, verdict, delimiter, err))
        return false;
    RowBuild build;
    rowbuild_open(&build);
    CsvSplitter *splitter = csv_splitter_new(delimiter);
    bool ok = read_records(window, splitter, &build, sink, err);
    csv_splitter_free(splitter);
    rowbuild_close(&build);
    return ok;
}

bool
csv_read(int fd, Sink *sink, Err *err)
{
    EncodingVerdict verdict;
    if (!encoding_probe(fd, &verdict, err))
        return false;
    if (!verdict.fits)
        return refuse_encoding(sink, &verdict, err);
    Window window = {.fd = fd, .decoder = decoder_open(verdict.encoding, err)};
    if (window.decoder == NULL)
        return false;
    window.text = buf_new(LIMIT_CSV_RECORD + (size_t)2 * DECODER_OUT);
    bool ok = read_table(&window, &verdict, sink, err);
    buf_free(&window.text);
    decoder_close(window.decoder);
    return ok;
}
