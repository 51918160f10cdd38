/* units/<short name>/退回修改意见-<name>-<date>.xlsx for each recipient, and 待发清单.xlsx. */
#ifndef HUIZONG_SLIP_SLIPS_H
#define HUIZONG_SLIP_SLIPS_H

#include "results/outbox.h"
#include "slip/slipbook.h"

/* What has changed is told against the state at the clock of the night before, never against files that lie about; so a repeated night writes the same. *open
 * is what they tell that is open, in the state's arena, for the deadline report (progress/report.h); TEXT_NONE where the state is no night's. *send: how many are new or changed. */
bool
slips_write(const State *state, const SlipSource *source, Db *db, const Outbox *outbox, Text *open, size_t *send,
            Err *err);

#endif
