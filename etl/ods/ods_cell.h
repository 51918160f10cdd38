/*
 * What a table cell of OpenDocument holds: its attributes and its paragraphs, brought to a cell of .xlsx, whose
 * numbers, marks and findings are the same.
 */
#ifndef HUIZONG_ODS_ODS_CELL_H
#define HUIZONG_ODS_ODS_CELL_H

#include "ods/ods_text.h"
#include "xlsx/xlsx_cell.h"

typedef struct OdsCell {
    XlsxCell cell;    /* its texts live in the arena that ods_cell_begin was given */
    bool typed;       /* it says what its value is: an empty paragraph is an empty text, and not absent */
    OdsLook look;     /* by its own style or its row's, */
    bool by_column;   /* where its column's does not count */
    bool line_open;   /* what its text says of itself leaves to that look whether it is struck through, */
    bool colour_open; /* or white */
    bool no_date;     /* it says that it is a date or time, and is none */
    int column;       /* 0-based */
    uint64_t count;   /* so many cells are the same, side by side */
} OdsCell;

/* The styles that `cell.style` means: 0 a plain number, 1 a percentage. */
void
ods_cell_styles(XlsxStyles *styles, Arena *arena);

/* What the attributes say; place and style are left open. */
void
ods_cell_begin(OdsCell *cell, const char *const *attributes, Arena *arena);

/* With the paragraphs, which have been read; they are copied. */
void
ods_cell_end(OdsCell *cell, const OdsText *text, Arena *arena);

/* Putting it will say something about it, each time anew. */
bool
ods_cell_has_finding(const OdsCell *cell);

/* Gives it the look that counts, its own or its column's. */
void
ods_cell_wear(OdsCell *cell, OdsLook look);

/* One of the cells that it stands for, whose place is set. Findings: date_unreadable, and those of xlsx_cell_put. */
bool
ods_cell_put(const XlsxBook *book, const OdsCell *cell, RowBuild *build, Err *err);

#endif
