/* From an entry's cells to a tuple, or to a rejected row with its findings. */
#ifndef HUIZONG_LIST_RECORD_H
#define HUIZONG_LIST_RECORD_H

#include "list/state.h"

/* `spanned`: merged ranges touch the row, which then is row `index` of list->sheet. */
bool
record_take(List *list, const Row *row, size_t index, bool spanned, Err *err);

/* Sends all tuples, and judges the rows whose values are only now known to be repeated. */
bool
record_judge_open(List *list, Err *err);

#endif
