/* The facts for programs: uploads.csv, decisions.csv, findings.csv. */
#ifndef HUIZONG_OFFICE_DATAFILES_H
#define HUIZONG_OFFICE_DATAFILES_H

#include "office/outbox.h"
#include "office/state.h"

bool
datafiles_write(const State *state, const Outbox *outbox, Err *err);

/* A finding's Chinese message, in the state's arena. */
Text
datafiles_message(const State *state, size_t finding);

#endif
