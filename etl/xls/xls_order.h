/*
 * The order of a sheet's records ([MS-XLS] 2.1.7.20.5): what stands before its table, the table of rows and cells, what
 * stands behind. A row or cell whose type was damaged by a wrong bit breaks it.
 */
#ifndef HUIZONG_XLS_XLS_ORDER_H
#define HUIZONG_XLS_XLS_ORDER_H

#include "xls/biff.h"

typedef enum XlsStage { XLS_BEFORE_TABLE, XLS_IN_TABLE, XLS_BEHIND_TABLE } XlsStage;

/* Begins as zeros, but for the version. */
typedef struct XlsOrder {
    bool biff5;
    XlsStage stage;
    uint64_t first_row; /* where it stands in the stream, of the block of rows; 0: none yet */
    bool dimensions;    /* have been seen, */
    bool window;        /* and the record of the sheet's window, */
    bool pivot;         /* and a pivot table, */
    bool ends_in_rk;    /* and last of all cells an RK */
    bool formula;       /* one stands before, with nothing but what belongs to it between, */
    bool awaits;        /* and its result is a text */
    bool no_text;       /* of some formula whose result is one */
    bool odd_text;      /* behind a formula whose result is none */
} XlsOrder;

/* The present record of the sheet may stand here; false: damaged. */
bool
xls_order_fits(XlsOrder *order, const Biff *biff);

#endif
