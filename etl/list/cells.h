/* The cells of a row as one run of bytes, to be kept in a file. */
#ifndef HUIZONG_LIST_CELLS_H
#define HUIZONG_LIST_CELLS_H

#include "rows/typedlist.h"

/* In `arena`. */
Text
cells_pack(const Text *cells, size_t count, Arena *arena);

/* The cells again, borrowed from `packed`; the array lives in `arena`. */
Texts
cells_unpack(Text packed, Arena *arena);

#endif
