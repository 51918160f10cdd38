/*
 * One worksheet, as a stream: rows in the order of the file with the numbers a person sees, then merged ranges and
 * hidden columns. <dimension> is not believed; a row or cell without r= follows the one before it; a row that comes
 * twice is workbook_damaged. Rows without any value or formula are not written.
 */
#ifndef HUIZONG_XLSX_XLSX_SHEET_H
#define HUIZONG_XLSX_XLSX_SHEET_H

#include "xlsx/xlsx_cell.h"

/* The \#sheet line has been written. */
bool
xlsx_sheet_read(const XlsxBook *book, Text part, Text name, Err *err);

#endif
