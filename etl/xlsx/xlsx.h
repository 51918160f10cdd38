/*
 * Workbooks of Office Open XML (ECMA-376, transitional and strict), macros ignored. Sheets come in the workbook's
 * order, hidden ones too; what is no worksheet (a chart, macros) has its line, no rows, and the finding sheet_no_cells. Cells hold stored values (design:
 * percent and date formats applied, scale and rounding formats not).
 */
#ifndef HUIZONG_XLSX_XLSX_H
#define HUIZONG_XLSX_XLSX_H

#include "package/zip.h"

/* Refusals beyond those of the parts: too_many_sheets. */
bool
xlsx_read(ZipFile *zip, Sink *sink, Err *err);

#endif
