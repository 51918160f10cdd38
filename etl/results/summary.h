/* The official 推荐信息汇总表: the office's consolidated one and one per recommending unit, as the cycle's attachment
 * prints it (title, head block, columns and widths of the schema). */
#ifndef HUIZONG_RESULTS_SUMMARY_H
#define HUIZONG_RESULTS_SUMMARY_H

#include "results/outbox.h"
#include "results/state.h"

/* All standing nominations, or with a choice (遴选结果) the chosen by rank and the exempt. */
bool
summary_write(const State *state, const Outbox *outbox, Err *err);

/* The rows of STATE_NOMINATIONS that the office's own table holds, in its order; in the state's arena. */
const size_t *
summary_rows(const State *state, size_t *count);

/* "附件3-2023年…汇总表-<unit>", without a suffix; in the state's arena. */
Text
summary_name(const State *state, Text unit);

/* The office's own table once more, with `mark` (or TEXT_NONE) in the page header. */
bool
summary_write_to(const State *state, const char *path, Text mark, Err *err);

/* units/<short name>/: each unit's standing nominations; without rows where it reported none. */
bool
summary_write_units(const State *state, const Outbox *outbox, Err *err);

/* What a cell of an official table holds. */
typedef struct SummaryPlace {
    size_t nomination;  /* of STATE_NOMINATIONS; SIZE_MAX above its rows */
    const Field *field; /* NULL in a line that is no field's */
} SummaryPlace;

/* Whose official table the file of the outbox with this path is: *unit is a row of STATE_UNITS, SIZE_MAX the office itself. False where it is none. */
bool
summary_file(const State *state, Text path, size_t *unit);

/* The row (from 1) and column (from 0) of that table, as they are written. False beyond it. */
bool
summary_place(const State *state, size_t unit, uint64_t row, int column, SummaryPlace *place);

#endif
