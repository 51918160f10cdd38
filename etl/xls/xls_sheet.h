/* One worksheet of an .xls workbook. */
#ifndef HUIZONG_XLS_XLS_SHEET_H
#define HUIZONG_XLS_XLS_SHEET_H

#include "xls/xls_book.h"

/*
 * Writes its rows, in order whatever the order of the records, and then its merged ranges and hidden columns. A chart
 * or a sheet of macros gives no row and the finding sheet_no_cells.
 */
bool
xls_sheet_read(XlsBook *book, const XlsSheet *sheet, Err *err);

#endif
