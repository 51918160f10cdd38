/* What the cells of 审核台账 are made of. */
#ifndef HUIZONG_REVIEW_REVIEW_H
#define HUIZONG_REVIEW_REVIEW_H

#include "review/layout.h"

typedef struct Review {
    const State *state;
    const Layout *layout;
    const UploadSet *registers; /* the office's own registers, as schemas/registers defines them */
} Review;

/* The parts that are not empty, with `between` between them; in the state's arena. */
Text
review_join(const Review *review, const Text *parts, size_t count, Text between);

/* What is said of one of the items in a cell: of the query's `row`, from 0 the `place`-th. */
typedef Text (*ReviewItem)(const Review *review, size_t row, Json item, size_t place, Err *err);

/* What `words` makes of each item of the JSON array in that cell, joined; TEXT_NONE where the cell is empty, and with *err where it is no JSON. */
Text
review_items(const Review *review, StateTable table, size_t row, const char *column, ReviewItem words, Text between,
             Err *err);

#endif
