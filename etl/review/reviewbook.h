/* 审核台账.xlsx, for the office alone: every nomination with its decision and reasons, the quota, what waits for a person and the
 * line that would settle it, paper, duplicates, uploads, findings, and what was assumed. */
#ifndef HUIZONG_REVIEW_REVIEWBOOK_H
#define HUIZONG_REVIEW_REVIEWBOOK_H

#include "results/outbox.h"
#include "results/state.h"
#include "review/layout.h"

bool
reviewbook_write(const State *state, const char *schemas_dir, const Outbox *outbox, Err *err);

/* What a cell of the book shows. */
typedef struct ReviewPlace {
    bool known; /* the sheet is one of those that list a table, and has the column */
    StateTable table;
    size_t row;                 /* of that table; SIZE_MAX above and below its rows */
    bool total;                 /* below them: the sum */
    const LayoutColumn *column; /* or NULL: the whole row */
} ReviewPlace;

/* The row (from 1) and column (from 0) of a sheet, as they are written. False with *err. */
bool
reviewbook_place(const State *state, const char *schemas_dir, Text sheet, uint64_t row, int column, ReviewPlace *place,
                 Err *err);

#endif
