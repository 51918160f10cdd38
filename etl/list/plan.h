/* The columns of a list: which fields they hold, in which units, and what else stands in them. */
#ifndef HUIZONG_LIST_PLAN_H
#define HUIZONG_LIST_PLAN_H

#include "list/state.h"

/* Fills in list's columns, extra columns and what goes with them. `sheet` has the header of list_open, and rows below it. */
void
plan_columns(List *list, const Sheet *sheet, const Header *header);

/* The header as written, with a unit said above it that counts, from column A on; in list->arena. */
Texts
plan_labels(const List *list);

#endif
