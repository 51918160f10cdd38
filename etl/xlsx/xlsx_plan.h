/* Which cells the controls of a worksheet lie over, by the heights, widths and merged ranges that its part tells, and the parts of their properties. */
#ifndef HUIZONG_XLSX_XLSX_PLAN_H
#define HUIZONG_XLSX_XLSX_PLAN_H

#include "xlsx/xlsx_cell.h"
#include "xlsx/xlsx_control.h"
#include "xlsx/xlsx_relations.h"

/* Goes through the sheet once, ahead of its rows; what is wrong with it is left to whoever reads those. */
bool
xlsx_plan_read(XlsxOver *over, const XlsxBook *book, Text part, const XlsxRelations *relations, Err *err);

#endif
