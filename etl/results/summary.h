/* The official 推荐信息汇总表: the office's consolidated one and one per recommending unit, as the cycle's attachment
 * prints it (title, head block, columns and widths of the schema). */
#ifndef HUIZONG_RESULTS_SUMMARY_H
#define HUIZONG_RESULTS_SUMMARY_H

#include "results/outbox.h"
#include "results/state.h"

/* All standing nominations, or with a choice (遴选结果) the chosen by rank and the exempt. */
bool
summary_write(const State *state, const Outbox *outbox, Err *err);

/* units/<short name>/: each unit's standing nominations; without rows where it reported none. */
bool
summary_write_units(const State *state, const Outbox *outbox, Err *err);

#endif
