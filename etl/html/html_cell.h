/* What a cell of a web page's table says of itself, and what it holds. */
#ifndef HUIZONG_HTML_HTML_CELL_H
#define HUIZONG_HTML_HTML_CELL_H

#include "html/html_grid.h"
#include "html/html_style.h"
#include "xlsx/xlsx_cell.h"

/* The values that Excel, WPS and LibreOffice store beside what is shown; ptr NULL where there is none. */
typedef struct HtmlCell {
    HtmlSpan span;
    Text number;  /* x:num, sdval; empty: as shown */
    Text string;  /* x:str; empty: as shown */
    Text boolean; /* x:bool */
    Text error;   /* x:err */
    bool formula; /* x:fmla */
    bool struck;  /* its text or a part of it is struck through */
} HtmlCell;

/*
 * A colspan that is no number, or 0, is 1, and more than 1,000 are 1,000, as in browsers. False for rowspan="0": to the
 * end of the table in browsers, 1 in Excel.
 */
bool
html_cell_begin(HtmlCell *cell, const HtmlToken *token, HtmlStyles *styles, Arena *arena);

/* One style for each XlsxFormat, in order: what html_cell_stored names by number. */
void
html_cell_formats(XlsxStyles *styles);

/*
 * The stored form, whose place is set. `shown` is the cell's text. A number without a format that is shown as
 * anything else (a percent, a date) is in doubt: false.
 */
bool
html_cell_stored(const HtmlCell *cell, Text shown, XlsxCell *out);

/* True where no number is stored, and the one that is shown is a part of it by its format: 6.5 of 65432, by 0!.0, */
bool
html_cell_scaled(const HtmlCell *cell, Text shown, Arena *arena);

/* True for ="0139…", a text that is guarded against being taken for a number; *inner is the text. */
bool
html_cell_guarded(Text shown, Text *inner);

#endif
