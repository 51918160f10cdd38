/* Identifiers that a spreadsheet has kept as numbers, of which it keeps fifteen digits: 350100202205010000 for every one of a day. */
#ifndef HUIZONG_LIST_DIGITS_H
#define HUIZONG_LIST_DIGITS_H

#include "list/state.h"

/* Looks at the value of a row that must not repeat. */
void
digits_look(List *list, const Row *row);

/* identifiers_rounded, where all long ones end in nothing but zeros, and more of these than chance gives. */
bool
digits_end(List *list, Err *err);

#endif
