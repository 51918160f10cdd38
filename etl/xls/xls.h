/* A workbook of Excel 5 to 2003 or of WPS (.xls, .et), [MS-XLS]: facts, sheets and rows into the sink. */
#ifndef HUIZONG_XLS_XLS_H
#define HUIZONG_XLS_XLS_H

#include "rows/sink.h"

/*
 * `fd` is an OLE file with a workbook, or where `bare` the workbook's records without a container. Refusals and
 * findings: xls/xls_book.h, xls/xls_sheet.h, xlsx/xlsx_cell.h; file_damaged.
 */
bool
xls_read(int fd, bool bare, Sink *sink, Err *err);

#endif
