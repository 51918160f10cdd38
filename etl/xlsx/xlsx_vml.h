/* A drawing of old, in VML: the controls of a worksheet with their captions, places and states. */
#ifndef HUIZONG_XLSX_XLSX_VML_H
#define HUIZONG_XLSX_XLSX_VML_H

#include "xlsx/xlsx_cell.h"
#include "xlsx/xlsx_control.h"

/* Into `over` what that part holds; *good is false where it is no good XML. Source: ECMA-376 part 4, 19.4 (VML, spreadsheet). */
bool
xlsx_vml_read(XlsxOver *over, const XlsxBook *book, Text part, bool *good, Err *err);

#endif
