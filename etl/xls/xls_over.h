/* What lies over the cells of an .xls sheet (BIFF8), which is told and not read: controls, text boxes, comments. */
#ifndef HUIZONG_XLS_XLS_OVER_H
#define HUIZONG_XLS_XLS_OVER_H

#include "xls/biff.h"
#include "xlsx/xlsx_over.h"

typedef struct XlsOver {
    XlsxOver met;
    uint64_t row_no; /* where the last object lies; 0: nobody knows */
    int column;
    unsigned kind;  /* what it is */
    bool text_next; /* its text comes in the next record */
} XlsOver;

/* Each record of the sheet, in its order. */
void
xls_over_note(XlsOver *over, const Biff *biff);

#endif
