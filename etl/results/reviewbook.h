/* 审核台账.xlsx, for the office alone: every nomination with its decision and reasons, the quota, the uploads, the
 * findings, and what was assumed. */
#ifndef HUIZONG_RESULTS_REVIEWBOOK_H
#define HUIZONG_RESULTS_REVIEWBOOK_H

#include "results/outbox.h"
#include "results/state.h"

bool
reviewbook_write(const State *state, const Outbox *outbox, Err *err);

#endif
