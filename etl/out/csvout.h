/*
 * CSV as an office opens it by a double click: UTF-8 with BOM, CRLF, commas, quotes where needed (RFC 4180). A field
 * that a spreadsheet would take for a formula (it begins with = + - @, of full width too, a tab or a line end, and is no
 * plain number and no lone sign of full width) gets an apostrophe in front. Controls but tabs and line ends are shown as
 * "U+001B".
 */
#ifndef HUIZONG_OUT_CSVOUT_H
#define HUIZONG_OUT_CSVOUT_H

#include "base/err.h"
#include "base/text.h"

typedef struct CsvOut CsvOut;

/* Nothing stands at `path` before csvout_commit. NULL with *err on failure. */
CsvOut *
csvout_open(const char *path, Err *err);

/* TEXT_NONE is an empty field. */
bool
csvout_row(CsvOut *csv, const Text *fields, size_t count, Err *err);

/* The file appears, whole. The writer must still be freed. */
bool
csvout_commit(CsvOut *csv, Err *err);

/* NULL is allowed; without csvout_commit nothing is left behind. */
void
csvout_free(CsvOut *csv);

#endif
