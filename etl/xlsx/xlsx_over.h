/*
 * What lies over the cells of a worksheet and stands in none of them. The state of check boxes and option buttons is read into the cell under them where
 * that is unmistakable ("☑是 ☐否"), and told; other controls, text boxes and comments are told once a sheet. Parts that are missing or no good XML, and
 * relationships that lead out of the package, refuse no workbook.
 */
#ifndef HUIZONG_XLSX_XLSX_OVER_H
#define HUIZONG_XLSX_XLSX_OVER_H

#include "rows/rowbuild.h"
#include "xlsx/xlsx_cell.h"
#include "xlsx/xlsx_control.h"

void
xlsx_over_open(XlsxOver *over);

void
xlsx_over_close(XlsxOver *over);

/* Of the sheet that is that part. Refusals: those of its zip members. */
bool
xlsx_over_read(XlsxOver *over, const XlsxBook *book, Text part, Err *err);

/* A cell of the sheet has been put. */
void
xlsx_over_under(XlsxOver *over, const XlsxCell *cell);

/* The next row ahead of `below` that the sheet has not, but a control over it; false where there is none left. */
bool
xlsx_over_bare(XlsxOver *over, uint64_t below, uint64_t *row_no);

/* The row at hand with what lies over it; true where something came to it. Texts live in `arena`. */
bool
xlsx_over_put(XlsxOver *over, RowBuild *build, const bool *hidden, Arena *arena);

/* Findings: control_read, control_not_read, text_box_not_read, comments_not_read. */
bool
xlsx_over_tell(const XlsxOver *over, Sink *sink, Text sheet, Err *err);

#endif
