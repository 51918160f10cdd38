/* 审核台账.xlsx, for the office alone: every nomination with its decision and reasons, the quota, the uploads, the
 * findings, and what was assumed. */
#ifndef HUIZONG_OFFICE_REVIEWBOOK_H
#define HUIZONG_OFFICE_REVIEWBOOK_H

#include "office/outbox.h"
#include "office/state.h"

bool
reviewbook_write(const State *state, const Outbox *outbox, Err *err);

#endif
