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

#endif
