/* A cell of 审核台账 from its query's column. */
#ifndef HUIZONG_REVIEW_CELLS_H
#define HUIZONG_REVIEW_CELLS_H

#include "review/review.h"

/* The cell of the query's `row`, which is the sheet's line `number` (from 1); in the state's arena. *err is filled where it cannot be made. */
Text
cells_text(const Review *review, const LayoutSheet *sheet, const LayoutColumn *column, size_t row, size_t number,
           Err *err);

#endif
