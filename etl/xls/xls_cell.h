/* The cells of an .xls sheet: from a record to the stored form that .xlsx has, and so to a raw row. */
#ifndef HUIZONG_XLS_XLS_CELL_H
#define HUIZONG_XLS_XLS_CELL_H

#include "xls/xls_book.h"

/* True for a record that begins a cell with a value or a formula. */
bool
xls_cell_is(uint16_t type);

/* True for a formula, the present record, whose result is a text. */
bool
xls_cell_awaits_text(const Biff *biff);

/*
 * Sets what the present record holds, one cell or several, in `build`; a formula's text stands in a later record, which
 * is read too. `hidden`: by column. Findings and refusals: xlsx/xlsx_cell.h.
 */
bool
xls_cell_put(XlsBook *book, Text sheet, const bool *hidden, RowBuild *build, Err *err);

#endif
