/* A unit's quota in a sentence. */
#ifndef HUIZONG_REVIEW_QUOTAWORDS_H
#define HUIZONG_REVIEW_QUOTAWORDS_H

#include "review/review.h"

/* Of a row of report/quota: "3行：1行免占名额（2022年名单第7号“…”），2行占用（第1席“…”，第2席“…”），上限2". TEXT_NONE with *err. */
Text
quotawords(const Review *review, size_t row, Err *err);

#endif
