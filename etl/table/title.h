/* The title above a table, and the year it names: last year's form is told from this one by it. */
#ifndef HUIZONG_TABLE_TITLE_H
#define HUIZONG_TABLE_TITLE_H

#include "table/headblock.h"

/* The title among the rows before index `before`, cleaned: a cell that speaks of a 汇总表, else the first text that is no head block and no 附件 mark; TEXT_NONE. In `arena`. */
Text
title_above(const Sheet *sheet, size_t before, const HeadBlock *block, Arena *arena);

/*
 * True where a title (a cell that speaks of 跨行业跨领域 or a 汇总表, or holds a year alone) names a year, in digits or in Chinese, and never `form_year`. Its text and place in *title and *place.
 */
bool
title_names_other_year(const Sheet *sheet, size_t before, int64_t form_year, Arena *arena, Text *title, Place *place);

#endif
