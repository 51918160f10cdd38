/*
 * "XML Spreadsheet 2003" (urn:schemas-microsoft-com:office:spreadsheet), as Excel, WPS, LibreOffice and portals write
 * it: facts, sheets and rows into the sink. Cells mean what they mean in .xlsx. Source of the format: Microsoft, "XML
 * Spreadsheet Reference".
 */
#ifndef HUIZONG_MARKUP_XML2003_H
#define HUIZONG_MARKUP_XML2003_H

#include "rows/sink.h"

/*
 * Refusals: those of encodings, xml_doctype, workbook_damaged (no good XML, or what the format does not allow: a cell
 * under a merged one, rows or columns that run backwards, an element that does not belong there), too_many_sheets,
 * too_many_rows, too_many_columns, cell_too_long, package_too_large. Findings: xlsx/xlsx_cell.h.
 */
bool
xml2003_read(int fd, Sink *sink, Err *err);

#endif
