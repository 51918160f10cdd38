/* The facts for programs: uploads.csv, decisions.csv, findings.csv. */
#ifndef HUIZONG_RESULTS_DATAFILES_H
#define HUIZONG_RESULTS_DATAFILES_H

#include "results/outbox.h"
#include "results/state.h"

bool
datafiles_write(const State *state, const Outbox *outbox, Err *err);

/* What a finding's message is filled in with; borrowed from the state. */
MessageValues
datafiles_values(const State *state, size_t finding);

/* A finding's Chinese message, in the state's arena. */
Text
datafiles_message(const State *state, size_t finding);

/* What a cell of such a file shows: the table and its row, and the column's name ("" for the whole row). Row 1 are the labels. False beyond it, and in another file. */
bool
datafiles_place(const State *state, Text name, uint64_t row, int column, StateTable *table, size_t *table_row,
                const char **column_name);

#endif
