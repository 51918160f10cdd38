/* 审核台账.xlsx, for the office alone: every nomination with its decision and reasons, the quota, what waits for a person and the
 * line that would settle it, paper, duplicates, uploads, findings, and what was assumed. */
#ifndef HUIZONG_REVIEW_REVIEWBOOK_H
#define HUIZONG_REVIEW_REVIEWBOOK_H

#include "results/outbox.h"
#include "results/state.h"

bool
reviewbook_write(const State *state, const char *schemas_dir, const Outbox *outbox, Err *err);

#endif
