/* What is told of a sheet behind its rows, the same for every kind of workbook. */
#ifndef HUIZONG_ROWS_SHEETFACTS_H
#define HUIZONG_ROWS_SHEETFACTS_H

#include "rows/sink.h"

/* Runs of hidden columns; `hidden` has LIMIT_COLUMNS entries. */
bool
sheetfacts_hidden_columns(Sink *sink, Text sheet, const bool *hidden, Err *err);

#endif
