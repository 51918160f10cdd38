/* Whether the controls of a worksheet are ticked: by their drawing of old and by the parts of their properties, where a program has written those. */
#ifndef HUIZONG_XLSX_XLSX_STATE_H
#define HUIZONG_XLSX_XLSX_STATE_H

#include "xlsx/xlsx_cell.h"
#include "xlsx/xlsx_control.h"
#include "xlsx/xlsx_relations.h"

/* A control that has no shape of its number, by its relation to its properties, and its name. */
typedef struct XlsxLost {
    Text relation, name;
} XlsxLost;

/* The controls bear the relations that the sheet gives to their shapes; `lost` holds XlsxLost, in the sheet's order. */
bool
xlsx_state_settle(XlsxOver *over, const XlsxBook *book, const XlsxRelations *relations, const Buf *lost, Err *err);

#endif
