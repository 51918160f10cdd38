/* Where a table ends, and what stands below that is not read. */
#ifndef HUIZONG_TABLE_TABLEEND_H
#define HUIZONG_TABLE_TABLEEND_H

#include "rows/finding.h"
#include "table/headblock.h"
#include "table/header.h"

/* The index of the first row behind the header that is no part of the table. */
size_t
tableend_find(const Sheet *sheet, const Header *header, const HeadBlock *block, Arena *arena);

/* second_table or rows_after_end, where entries stand at or below `end`; row_after_end_unread, no error, where half of one may; false where there is nothing. */
bool
tableend_finding(const Sheet *sheet, const Header *header, const HeadBlock *block, size_t end, Arena *arena,
                 Finding *finding);

#endif
