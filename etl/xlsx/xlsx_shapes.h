/* The parts that a worksheet names for what lies over its cells: drawings, those of old (VML), where controls have their captions and places, and comments. */
#ifndef HUIZONG_XLSX_XLSX_SHAPES_H
#define HUIZONG_XLSX_XLSX_SHAPES_H

#include "xlsx/xlsx_cell.h"
#include "xlsx/xlsx_control.h"

/* Into `over` what that part holds, where its relationship is of a type that matters; *good is false where it is no good XML. */
bool
xlsx_shapes_read(XlsxOver *over, const XlsxBook *book, Text type, Text part, bool *good, Err *err);

#endif
