/* 指标汇总.xlsx: what the application forms in force say, all standing platforms side by side, and where each cell of it comes from. */
#ifndef HUIZONG_RESULTS_INDICATORS_H
#define HUIZONG_RESULTS_INDICATORS_H

#include "results/outbox.h"
#include "results/state.h"

/* Nothing is written where the cycle has no application form. */
bool
indicators_write(const State *state, const Outbox *outbox, Err *err);

/* The same of the platforms of these rows of STATE_NOMINATIONS, in their order, with `mark` (or TEXT_NONE) in the page header. */
bool
indicators_write_to(const State *state, const char *path, Text mark, const size_t *nominations, size_t count, Err *err);

/* What a cell of the sheets 指标汇总, 来源 and 栏目说明 shows. */
typedef struct IndicatorPlace {
    Text key;           /* of STATE_NOMINATIONS; TEXT_NONE beside the platforms */
    const Field *field; /* NULL above the fields, and in a line that is a part's title */
} IndicatorPlace;

/* The row (from 1) and column (from 0) of such a sheet, as they are written; `nominations` as in indicators_write_to. False beyond it, and in another sheet. */
bool
indicators_place(const State *state, const size_t *nominations, size_t count, Text sheet, uint64_t row, int column,
                 IndicatorPlace *place);

#endif
