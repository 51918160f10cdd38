/*
 * Tables of web pages, as portals and "export to Excel" buttons write them and as Excel and WPS save them, under
 * whatever name. Texts are as a person sees them (html/html_text.h); a number is text as written, but for x:num, where
 * Excel keeps the stored value; the sheets: html/html_sheet.h. What cannot be told exactly is refused.
 */
#ifndef HUIZONG_HTML_HTML_H
#define HUIZONG_HTML_HTML_H

#include "rows/sink.h"

/*
 * Refusals: those of encodings; html_no_table; html_nested_table; html_form (a cell holds a control); html_frames (the
 * page shows other files); html_cut (it ends in mid-table or before its end); html_not_plain (what it shows cannot be
 * told: overlapping cells, cells that are hidden in part, unknown elements or characters, broken tags);
 * too_many_columns, too_many_rows, too_many_sheets, cell_too_long, package_too_large. Findings: html_pictures, and
 * those of xlsx/xlsx_cell.h.
 */
bool
html_read(int fd, Sink *sink, Err *err);

#endif
