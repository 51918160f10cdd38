/* Days and months in the ordinary notations, as fields of a tuple: the short way of a list's column of dates (list/column.h). */
#ifndef HUIZONG_LIST_SHORTDATE_H
#define HUIZONG_LIST_SHORTDATE_H

#include "base/text.h"

/*
 * Writes 2021-03-05 or, where `partial` allows it, 2021-03 at *at, which moves behind it; *as_written tells whether it is just what was written. False where the cell is for
 * schema/convert; then nothing is written. `raw` is not empty.
 */
bool
shortdate_write(Text raw, bool partial, char **at, bool *as_written);

#endif
