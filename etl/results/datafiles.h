/* The facts for programs: uploads.csv, decisions.csv, findings.csv. */
#ifndef HUIZONG_RESULTS_DATAFILES_H
#define HUIZONG_RESULTS_DATAFILES_H

#include "results/outbox.h"
#include "results/state.h"

bool
datafiles_write(const State *state, const Outbox *outbox, Err *err);

/* A finding's Chinese message, in the state's arena. */
Text
datafiles_message(const State *state, size_t finding);

#endif
