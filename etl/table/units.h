/* What stands above a table about the units of its figures, and which columns and rows name units. */
#ifndef HUIZONG_TABLE_UNITS_H
#define HUIZONG_TABLE_UNITS_H

#include "table/sheet.h"
#include "text/unitnote.h"

/*
 * The units of lines like 单位：人民币万元, （单位：台/套、万元) or …清单（单位：元） in the rows before index `first`, where a header begins, and in those up to its last that hold one
 * cell alone; of two lines about the same figures the nearer counts. In `arena`.
 */
UnitNote
units_above(const Sheet *sheet, size_t first, size_t last, Arena *arena);

/* True where a column's label says that its cells name units. */
bool
units_is_label(Text label, Arena *arena);

/* True for a row of nothing but units, as it may stand below the labels. */
bool
units_is_row(const Sheet *sheet, size_t index, Arena *arena);

#endif
