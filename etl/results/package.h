/* run.json: what was exported, from which definitions and registers, how much of it, and what still keeps the onward
 * package a draft. It holds nothing of the machine or the moment: the same state gives the same bytes. */
#ifndef HUIZONG_RESULTS_PACKAGE_H
#define HUIZONG_RESULTS_PACKAGE_H

#include "results/closing.h"
#include "results/outbox.h"

/* Completes `closing`, of which slips and reminders are there. */
bool
package_write_run(const State *state, Closing *closing, const Outbox *outbox, Err *err);

/* One digest over the names and digests of all SQL files that this program was built with; in `arena`. */
Text
package_sql(Arena *arena);

#endif
