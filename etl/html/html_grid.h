/*
 * Where the cells of a web page's table stand: the columns that they take among those that reach down from rows above
 * (the HTML standard, 4.9.12, "forming a table"), merged ranges, and what is hidden.
 */
#ifndef HUIZONG_HTML_HTML_GRID_H
#define HUIZONG_HTML_HTML_GRID_H

#include "html/html_css.h"
#include "markup/merges.h"

/* What a cell says of its own place. */
typedef struct HtmlSpan {
    uint64_t columns, rows;
    HtmlStyle style;
} HtmlSpan;

typedef struct HtmlGrid {
    uint64_t row_no; /* in the sheet, of the row that stands open or stood last */
    int column;      /* of the cell that was placed last */
    int width;       /* columns that the row has taken so far */
    int next_col;    /* of the next <col> */
    int reach;       /* columns within which cells of this group reach down */
    bool row_hidden;
    bool cells_hidden;   /* a cell is hidden in a row that is not */
    bool spanned;        /* a cell spans rows or columns */
    uint64_t deepest;    /* the last row that a cell reaches */
    uint64_t places;     /* taken in all tables */
    uint64_t *covered;   /* by column: the last row that the cell above reaches, */
    size_t *owners;      /* and the number of its merge */
    unsigned char *seen; /* by column: whether its cells are shown or hidden */
    bool *hidden_columns;
    Merges merges;
    uint64_t row_before; /* before the table: what a table that holds nothing is taken back to, */
    size_t merges_before;
} HtmlGrid;

typedef enum HtmlPlace {
    HTML_PLACED,
    HTML_OVERLAPS,    /* two cells want the same place */
    HTML_HIDES_PARTS, /* cells are hidden so that others move, or a hidden row takes part in a merged range */
    HTML_TOO_WIDE,
    HTML_TOO_LONG,
    HTML_TOO_MANY /* places or merged ranges */
} HtmlPlace;

void
html_grid_open(HtmlGrid *grid, Arena *arena);

void
html_grid_close(HtmlGrid *grid);

/* A sheet begins: nothing stands in it. */
void
html_grid_begin_sheet(HtmlGrid *grid);

void
html_grid_begin_table(HtmlGrid *grid);

/* The table that has ended takes no rows of the sheet. */
void
html_grid_forget_table(HtmlGrid *grid);

/* A line of text above or below the table takes a row. */
HtmlPlace
html_grid_line(HtmlGrid *grid);

/* <col>, of so many columns. */
void
html_grid_columns(HtmlGrid *grid, uint64_t count, bool hidden);

HtmlPlace
html_grid_begin_row(HtmlGrid *grid, bool hidden);

HtmlPlace
html_grid_place(HtmlGrid *grid, const HtmlSpan *span);

/* A group of rows ends, or the table: nothing reaches further down. */
void
html_grid_end_group(HtmlGrid *grid);

#endif
