/* What stands above a list about the unit of its figures. */
#ifndef HUIZONG_LIST_UNITS_H
#define HUIZONG_LIST_UNITS_H

#include "table/sheet.h"

enum { UNITS_MOST = 4 };

typedef struct Units {
    Text names[UNITS_MOST];
    size_t count;
} Units;

/* The units of lines like 单位：万元 or （单位：台/套、万元) in the rows before index `before`; in `arena`. */
Units
units_above(const Sheet *sheet, size_t before, Arena *arena);

/* True where a column's label says that its cells name units. */
bool
units_is_label(Text label, Arena *arena);

#endif
