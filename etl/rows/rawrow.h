/*
 * Raw rows, the stream from extract to normalise: UTF-8, COPY text escaping.
 *
 *   \#huizong-raw<TAB>1                                            first line
 *   \#fact<TAB>name<TAB>value                                      about the file: format, encoding, encoding_why, delimiter, document, date1904 …
 *   \#sheet<TAB>name<TAB>visible|hidden|very_hidden                a sheet begins (a CSV file has one, named "")
 *   sheet<TAB>row_no<TAB>marks<TAB>cells                           literally, once, after the first \#sheet: the header line
 *   <sheet><TAB><row_no><TAB><marks><TAB>cell…                     one row, ragged; \N absent, empty = empty text
 *   \#merge<TAB>sheet<TAB>A1:C2                                    after the rows of its sheet
 *   \#hidden<TAB>sheet<TAB>columns<TAB>C:D                         after the rows of its sheet
 *   \#end<TAB>complete<TAB>ROWS<TAB>-   or   \#end<TAB>refused<TAB>ROWS<TAB>CODE
 *
 * marks: unusual cells only, "C:formula D:hidden,percent"; a hidden row is "*:hidden". Words: formula,
 * formula_no_value, error, hidden, percent, date, time, number (a number cell, where text was possible), long_number
 * (over 15 digits), scaled (the number format shows a part of the number: thousands, 万), yuan (it shows ¥), guard (="…"), quote (a CSV cell with stray quotes), rich.
 * Only number cells of a workbook bear `number`; a CSV cell bears none. A stream without its \#end line is torn and
 * worth nothing.
 */
#ifndef HUIZONG_ROWS_RAWROW_H
#define HUIZONG_ROWS_RAWROW_H

#include "base/buf.h"
#include "rows/copytext.h"
#include "rows/row.h"

typedef enum RawKind { RAW_FACT, RAW_SHEET, RAW_ROW, RAW_MERGE, RAW_HIDDEN_COLUMNS, RAW_END } RawKind;

/* One item of the stream; texts are borrowed until the next call. */
typedef struct RawItem {
    RawKind kind;
    Text name;         /* fact: name; sheet, merge, hidden: sheet */
    Text value;        /* fact: value; sheet: visibility; merge, hidden: range */
    Row row;           /* RAW_ROW */
    bool complete;     /* RAW_END */
    uint64_t rows;     /* RAW_END: as the mark says; the reader has checked it against what it read */
    Text refused_code; /* RAW_END, refused */
} RawItem;

typedef struct RawWriter RawWriter;

/* Writes to `fd`; everything is buffered, a failed write is reported by the next call. */
RawWriter *
rawrow_writer_new(int fd);

/* Whoever takes the items in the same process, in the stream's order; false with *err on a fault. */
typedef bool (*RawReceive)(void *context, const RawItem *item, Err *err);

/* Hands the items to `receive` instead: no stream, and its texts are the writer's caller's own. */
RawWriter *
rawrow_writer_to(RawReceive receive, void *context);

void
rawrow_writer_free(RawWriter *writer);

bool
rawrow_fact(RawWriter *writer, Text name, Text value, Err *err);

bool
rawrow_sheet(RawWriter *writer, Text name, const char *visibility, Err *err);

bool
rawrow_row(RawWriter *writer, const Row *row, Err *err);

bool
rawrow_merge(RawWriter *writer, Text sheet, Text range, Err *err);

bool
rawrow_hidden_columns(RawWriter *writer, Text sheet, Text range, Err *err);

/* The end mark, and the last flush. refused_code NULL: complete. */
bool
rawrow_end(RawWriter *writer, const char *refused_code, Err *err);

typedef struct RawReader RawReader;

RawReader *
rawrow_reader_new(int fd);

void
rawrow_reader_free(RawReader *reader);

/* False with ERR_NONE after RAW_END; false with ERR_DATA where the stream is torn or ill-formed. */
bool
rawrow_next(RawReader *reader, RawItem *item, Err *err);

/* True where `marks` gives `word` to that 0-based column (or to the whole row, column -1). */
bool
rawrow_marked(Text marks, int column, Text word);

/*
 * For whoever asks of every cell of a long row: own[c], of `count` columns, is the part of `marks` that holds all of column c, empty where it has none,
 * and answers rawrow_marked for it as the whole does.
 */
void
rawrow_marks_apart(Text marks, Text *own, size_t count);

#endif
