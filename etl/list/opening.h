/* What is written of a list before its rows: its table, head block and columns, with what is wrong in them. */
#ifndef HUIZONG_LIST_OPENING_H
#define HUIZONG_LIST_OPENING_H

#include "list/state.h"

/* `sheet` holds what stands above the header; list->header counts its rows. Sets list->refused where the part cannot be told. */
bool
opening_write(List *list, const Sheet *sheet, Err *err);

#endif
