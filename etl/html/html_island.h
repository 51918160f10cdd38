/*
 * What Excel and WPS write of a workbook into a web page: <xml><x:ExcelWorkbook>…, mostly in a comment that only Office
 * reads (<!--[if gte mso 9]>…).
 */
#ifndef HUIZONG_HTML_HTML_ISLAND_H
#define HUIZONG_HTML_HTML_ISLAND_H

#include "base/arena.h"

typedef struct HtmlIsland {
    size_t sheet_count;     /* worksheets that are named */
    Text name;              /* of the first, in the arena */
    const char *visibility; /* of the first, in static storage */
    bool date1904;
} HtmlIsland;

/* Adds what stands in `xml`. */
void
html_island_read(Text xml, HtmlIsland *island, Arena *arena);

/* True where a comment is for Office and holds cells: browsers and Excel show different tables. */
bool
html_island_holds_cells(Text comment);

#endif
