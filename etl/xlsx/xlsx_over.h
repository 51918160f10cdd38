/*
 * What lies over the cells of a worksheet and stands in none of them. The state of check boxes and option buttons is read into the cell under them where
 * that is unmistakable ("☑是 ☐否"), and told; other controls, text boxes and comments are told once a sheet. Parts that are missing or no good XML, and
 * relationships that lead out of the package, refuse no workbook.
 */
#ifndef HUIZONG_XLSX_XLSX_OVER_H
#define HUIZONG_XLSX_XLSX_OVER_H

#include "rows/rowbuild.h"
#include "xlsx/xlsx_cell.h"

enum { XLSX_CONTROLS_MOST = 4096 };

typedef enum XlsxTick { XLSX_TICK_OFF, XLSX_TICK_ON, XLSX_TICK_UNCLEAR } XlsxTick;

/* What a cell under a control holds. */
typedef enum XlsxUnder { XLSX_UNDER_NOTHING, XLSX_UNDER_TEXT, XLSX_UNDER_BOOLEAN, XLSX_UNDER_OTHER } XlsxUnder;

/* A corner of a control: the cell it lies in, 0-based, and so many pixels into that. */
typedef struct XlsxCorner {
    long column, across, row, down;
} XlsxCorner;

typedef struct XlsxControl {
    long shape; /* its number; 0: it has none */
    Text kind;  /* "Checkbox", "Radio" … */
    bool boxed; /* a check box or an option button; what another one says is not read */
    XlsxTick tick;
    Text caption;
    Text link;     /* the cell that holds its state too: "D5" */
    Text relation; /* to the part that holds its properties */
    XlsxCorner from, to;
    uint64_t row_no; /* the cell under it; 0: that is not clear */
    int column;
    XlsxUnder under;
    bool bare; /* the sheet has no such row */
} XlsxControl;

/* How many there were of a kind, where the first lies (row 0: nobody knows), and what it says. */
typedef struct XlsxMet {
    uint64_t count, row_no;
    int column;
    Text said;
} XlsxMet;

typedef struct XlsxOver {
    Arena *arena;
    XlsxControl *controls; /* once read, in the order of their cells, and in each from left to right */
    size_t count, room, next;
    XlsxMet read, unread, boxes, comments;
} XlsxOver;

void
xlsx_over_open(XlsxOver *over);

void
xlsx_over_close(XlsxOver *over);

/* Of the sheet that is that part. Refusals: those of its zip members. */
bool
xlsx_over_read(XlsxOver *over, const XlsxBook *book, Text part, Err *err);

/* A new one; NULL beyond XLSX_CONTROLS_MOST, when it is counted as not read. */
XlsxControl *
xlsx_over_add(XlsxOver *over);

void
xlsx_over_meet(XlsxOver *over, XlsxMet *met, uint64_t row_no, int column, Text said);

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
