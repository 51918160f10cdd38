/*
 * The sheets that a web page makes, and their rows. A page is gone through twice: first to know which of its tables
 * hold anything, then to write. Each such table is a sheet; lines of text above it are rows of its sheet with one cell,
 * as the office programs show them, and so are those below the last one. A single table has the name that Excel's own
 * part of the page gives it, or none; several are 表1, 表2 …
 */
#ifndef HUIZONG_HTML_HTML_SHEET_H
#define HUIZONG_HTML_HTML_SHEET_H

#include "html/html_cell.h"
#include "html/html_island.h"

typedef struct HtmlSheets {
    XlsxBook book; /* what cells are put by; its styles are html_cell_formats */
    bool writing;
    HtmlIsland island;
    Buf tables;          /* a byte for each table of the page: HTML_FILLED, HTML_UNSEEN */
    size_t table_count;  /* begun in this passage */
    size_t filled_count; /* of the whole page, known when writing */
    size_t sheet_count;  /* begun in this passage */
    Text name;
    bool table_filled; /* the table at hand, as far as it has been read; when writing, the whole */
    bool table_unseen;
    bool row_filled;
    HtmlGrid grid;
    bool *hidden_columns; /* of the sheet's table, which may have ended */
    RowBuild build;
} HtmlSheets;

enum { HTML_FILLED = 1, HTML_UNSEEN = 2 };

void
html_sheets_open(HtmlSheets *sheets, Sink *sink, Arena *arena);

void
html_sheets_close(HtmlSheets *sheets);

/* A passage through the page begins; false, as all below, where it is refused or a fault. */
bool
html_sheets_begin(HtmlSheets *sheets, bool writing, Err *err);

/* The page ends: what is told behind the rows of the last sheet. */
bool
html_sheets_end(HtmlSheets *sheets, Err *err);

/* Refuses the page at the row at hand, and at its cell where it stands in one. Always false. */
bool
html_sheets_refuse(HtmlSheets *sheets, bool in_cell, const char *code, Text raw, Err *err);

/* A line of text outside of cells; an empty one is none. */
bool
html_sheets_line(HtmlSheets *sheets, Text line, bool struck, Err *err);

/* `unseen`: it, or what it stands in, is not shown. */
bool
html_sheets_begin_table(HtmlSheets *sheets, bool unseen, Err *err);

bool
html_sheets_end_table(HtmlSheets *sheets, Err *err);

bool
html_sheets_begin_row(HtmlSheets *sheets, bool hidden, Err *err);

bool
html_sheets_end_row(HtmlSheets *sheets, Err *err);

bool
html_sheets_place_cell(HtmlSheets *sheets, const HtmlCell *cell, Err *err);

/* The cell that was placed holds this text. */
bool
html_sheets_put_cell(HtmlSheets *sheets, const HtmlCell *cell, Text shown, Err *err);

#endif
