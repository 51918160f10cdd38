/* 指标汇总.xlsx: what the application forms in force say, all standing platforms side by side, and where each cell of it comes from. */
#ifndef HUIZONG_RESULTS_INDICATORS_H
#define HUIZONG_RESULTS_INDICATORS_H

#include "results/outbox.h"
#include "results/state.h"

/* Nothing is written where the cycle has no application form. */
bool
indicators_write(const State *state, const Outbox *outbox, Err *err);

#endif
