/*
 * Rejected rows of lists that were not corrected since, a CSV file each in its unit's folder: as the rows were written,
 * under their own header, behind 原行号 and 退回原因; above it the platform and the part, so that the file can be sent again
 * as it is. What is written is read row by row, since a list may have hundreds of thousands of them.
 */
#ifndef HUIZONG_RESULTS_REJECTFILES_H
#define HUIZONG_RESULTS_REJECTFILES_H

#include "results/outbox.h"
#include "results/state.h"

/* `db` is the one that the state was read from; rejected rows never change. */
bool
rejectfiles_write(const State *state, Db *db, const Outbox *outbox, Err *err);

#endif
