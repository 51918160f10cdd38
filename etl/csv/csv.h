/*
 * Text tables: CSV, TSV and their like, in any encoding of charset/encoding.h, read as a stream (memory is bounded by
 * LIMIT_CSV_RECORD). One sheet named "". row_no is the number a person sees when the file is opened in an office
 * program: records are counted, blank lines too, a quoted line break does not count. Blank lines give no row.
 */
#ifndef HUIZONG_CSV_CSV_H
#define HUIZONG_CSV_CSV_H

#include "rows/sink.h"

/*
 * Codes: encoding_invalid, encoding_mixed, encoding_big5, encoding_shift_jis, encoding_western and nul_bytes, at the cell where the first
 * bad byte stands; file_unknown where the bytes are no text at all; line_too_long, too_many_columns; the finding
 * stray_quote.
 */
bool
csv_read(int fd, Sink *sink, Err *err);

#endif
