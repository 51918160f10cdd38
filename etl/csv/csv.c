#include "csv/csv.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "charset/encoding.h"
#include "charset/refusal.h"
#include "csv/csv_dialect.h"
#include "csv/csv_scan.h"

/*
 * Where a person finds the byte that stands behind the good bytes of the file: the cell that they end in. Nothing of
 * them is handed on.
 */
static bool
find_cell(int fd, const EncodingVerdict *verdict, Sink *sink, Place *place, Err *err)
{
    CsvScan scan;
    CsvRecord record;
    RowBuild build;
    CsvScanState state = CSV_SCAN_FAULT;
    rowbuild_open(&build);
    *place = (Place){TEXT(""), 1, 0};
    if (csv_scan_open(&scan, fd, verdict->encoding, verdict->bom_len, verdict->bad_offset, sink->run, err))
        while ((state = csv_scan_next(&scan, &build, &record, sink, err)) == CSV_SCAN_RECORD) {
            bool cut = !record.ended;
            *place = (Place){TEXT(""), scan.row_no - cut, cut ? (int)build.row.cell_count - 1 : 0};
            arena_reset(sink->row);
        }
    if (scan.bad) /* lines of two encodings, and some before that fit neither */
        *place = (Place){TEXT(""), verdict->bad_line, -1};
    csv_scan_close(&scan);
    rowbuild_close(&build);
    return state == CSV_SCAN_END;
}

/* Control characters that no text has, and more than a slip of them: not a text that was damaged, but none. */
static bool
is_binary(int fd, bool *binary, Err *err)
{
    enum { FRONT = 4096, SHARE = 50 };
    unsigned char front[FRONT];
    size_t controls = 0;
    ssize_t got = lseek(fd, 0, SEEK_SET) == 0 ? file_read_some(fd, front, sizeof front) : -1;
    if (got < 0)
        return err_set(err, ERR_IO, "could not read the front of the file: %m");
    for (ssize_t i = 0; i < got; i++)
        controls += front[i] < ' ' && front[i] != '\0' && strchr("\t\n\v\f\r\x1A\x1B", front[i]) == NULL;
    *binary = controls * SHARE > (size_t)got;
    return true;
}

static bool
refuse_bytes(int fd, Sink *sink, EncodingVerdict *verdict, Err *err)
{
    Place place = {TEXT(""), verdict->bad_line, -1};
    if (verdict->foreign == NULL && !find_cell(fd, verdict, sink, &place, err))
        return false;
    Text nul = encoding_is_utf16(verdict->encoding) ? TEXT("00 00") : TEXT("00");
    if (text_starts_with(text_of(verdict->bad_hex), nul))
        verdict->refusal = "nul_bytes";
    return refusal_of_encoding(sink, verdict, place, err);
}

static bool
refuse_encoding(int fd, Sink *sink, EncodingVerdict *verdict, Err *err)
{
    bool binary = false;
    if (!encoding_is_utf16(verdict->encoding) && !is_binary(fd, &binary, err))
        return false;
    return binary ? sink_refuse(sink, "file_unknown", (Remark){.place = sink_place(TEXT(""))}, err)
                  : refuse_bytes(fd, sink, verdict, err);
}

static bool
warn_of_cell(Sink *sink, const char *code, const Row *row, int column, Err *err)
{
    if (column < 0)
        return true;
    Place place = {row->place.sheet, row->place.row_no, column};
    Text cell = row->cells[column];
    return sink_warn(sink, code, (Remark){place, cell, cell, TEXT_NONE}, err);
}

/* What a spreadsheet could not calculate. */
static bool
tell_errors(Sink *sink, const Row *row, Err *err)
{
    if (row->marks.len == 0)
        return true;
    Text *marks = arena_array(sink->row, row->cell_count, sizeof *marks);
    rawrow_marks_apart(row->marks, marks, row->cell_count);
    for (size_t i = 0; i < row->cell_count; i++) {
        Place place = {row->place.sheet, row->place.row_no, (int)i};
        if (rawrow_marked(marks[i], (int)i, TEXT("error")) &&
            !sink_error(sink, "cell_error", (Remark){.place = place, .raw = row->cells[i]}, err))
            return false;
    }
    return true;
}

static bool
hand_on(Sink *sink, RowBuild *build, const CsvRecord *record, Err *err)
{
    if (record->blank)
        return true;
    const Row *row = rowbuild_row(build);
    if (!warn_of_cell(sink, "stray_quote", row, record->stray_column, err) ||
        !warn_of_cell(sink, "quotes_hold_rows", row, record->broad_column, err) || !tell_errors(sink, row, err))
        return false;
    return sink_row(sink, row, err);
}

static bool
read_records(CsvScan *scan, Sink *sink, Err *err)
{
    RowBuild build;
    CsvRecord record;
    CsvScanState state;
    bool ok = true;
    rowbuild_open(&build);
    while (ok && (state = csv_scan_next(scan, &build, &record, sink, err)) != CSV_SCAN_END)
        ok = state == CSV_SCAN_RECORD && hand_on(sink, &build, &record, err);
    rowbuild_close(&build);
    return ok;
}

static bool
write_facts(Sink *sink, const EncodingVerdict *verdict, Text delimiter, Err *err)
{
    return rawrow_fact(sink->rows, TEXT("format"), TEXT("csv"), err) &&
           rawrow_fact(sink->rows, TEXT("encoding"), text_of(encoding_name(verdict->encoding)), err) &&
           rawrow_fact(sink->rows, TEXT("encoding_why"), text_of(verdict->why), err) &&
           rawrow_fact(sink->rows, TEXT("delimiter"), csv_delimiter_name(delimiter), err) &&
           rawrow_sheet(sink->rows, TEXT(""), "visible", err);
}

bool
csv_read(int fd, Sink *sink, Err *err)
{
    EncodingVerdict verdict;
    CsvScan scan;
    if (!encoding_probe(fd, &verdict, err))
        return false;
    if (!verdict.fits)
        return refuse_encoding(fd, sink, &verdict, err);
    bool ok = csv_scan_open(&scan, fd, verdict.encoding, verdict.bom_len, UINT64_MAX, sink->run, err) &&
              write_facts(sink, &verdict, scan.delimiter, err) && read_records(&scan, sink, err);
    csv_scan_close(&scan);
    return ok;
}
