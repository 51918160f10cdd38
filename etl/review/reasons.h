/* Why a nomination was decided so, in words. */
#ifndef HUIZONG_REVIEW_REASONS_H
#define HUIZONG_REVIEW_REASONS_H

#include "review/review.h"

/* The reasons of a row of report/decisions: "超出名额：…；…". TEXT_NONE where there are none, or with *err. */
Text
reasons_words(const Review *review, size_t row, Err *err);

/* What registers say of it: "撤回登记第2行：2023年6月14日，曾样一，企业放弃申报". */
Text
reasons_lines(const Review *review, size_t row, Err *err);

/* Why the row of report/holds waits. */
Text
reasons_hold(const Review *review, size_t row);

#endif
