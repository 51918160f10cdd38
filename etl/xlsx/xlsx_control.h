/* What has been met over the cells of a worksheet: its controls, and how many text boxes and comments. */
#ifndef HUIZONG_XLSX_XLSX_CONTROL_H
#define HUIZONG_XLSX_XLSX_CONTROL_H

#include <stdint.h>

#include "base/arena.h"

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

/* A new one; NULL beyond XLSX_CONTROLS_MOST, when it is counted as not read. */
XlsxControl *
xlsx_control_add(XlsxOver *over);

void
xlsx_control_meet(XlsxOver *over, XlsxMet *met, uint64_t row_no, int column, Text said);

#endif
