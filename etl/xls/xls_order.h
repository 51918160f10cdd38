/*
 * The order of a sheet's records ([MS-XLS] 2.1.7.20.5): what stands before its table, the table of rows and cells, what
 * stands behind. A cell whose type was damaged breaks it.
 */
#ifndef HUIZONG_XLS_XLS_ORDER_H
#define HUIZONG_XLS_XLS_ORDER_H

#include "xls/biff.h"

typedef enum XlsStage { XLS_BEFORE_TABLE, XLS_IN_TABLE, XLS_BEHIND_TABLE } XlsStage;

/* Begins as zeros. */
typedef struct XlsOrder {
    XlsStage stage;
    bool dimensions; /* have been seen, */
    bool window;     /* and the record of the sheet's window, */
    bool pivot;      /* and a pivot table */
    bool formula;    /* one stands before, with nothing but what belongs to it between */
} XlsOrder;

/* The present record of the sheet may stand here; false: damaged. */
bool
xls_order_fits(XlsOrder *order, const Biff *biff);

#endif
