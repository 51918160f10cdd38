/* The records of a text table one by one, in a window of decoded text that moves over the file. */
#ifndef HUIZONG_CSV_CSV_SCAN_H
#define HUIZONG_CSV_CSV_SCAN_H

#include "charset/decoder.h"
#include "csv/csv_record.h"
#include "rows/sink.h"

typedef struct CsvScan {
    int fd;
    Decoder *decoder;
    Buf text;
    size_t at; /* what stands before has been taken */
    bool ended;
    bool in_part;   /* only a part of the file is asked for, */
    bool bad;       /* and not all of that is good */
    Text delimiter; /* as the file's own first line says or its first lines vote */
    CsvSplitter *splitter;
    uint64_t row_no; /* of the next record */
} CsvScan;

typedef enum CsvScanState {
    CSV_SCAN_RECORD,
    CSV_SCAN_END,
    CSV_SCAN_REFUSED, /* too_many_columns, line_too_long, reading_too_long */
    CSV_SCAN_FAULT
} CsvScanState;

/*
 * Scans the bytes from `from` up to `until` (UINT64_MAX: the whole file, which must be good in this encoding; a part is
 * scanned as far as it is). A first
 * line "sep=;" names the separator and is no record, as in Excel. False on a fault; closed in any case by
 * csv_scan_close.
 */
bool
csv_scan_open(CsvScan *scan, int fd, Encoding encoding, uint64_t from, uint64_t until, Arena *arena, Err *err);

void
csv_scan_close(CsvScan *scan);

/* The next record into `build`; a blank line is one too. Its cells live until the next call. */
CsvScanState
csv_scan_next(CsvScan *scan, RowBuild *build, CsvRecord *record, Sink *sink, Err *err);

#endif
