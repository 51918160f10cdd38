/* The rows of a report's table by what a column says. */
#ifndef HUIZONG_RESULTS_LOOKUP_H
#define HUIZONG_RESULTS_LOOKUP_H

#include "results/state.h"

typedef struct Lookup Lookup;

/* In the state's arena. */
const Lookup *
lookup_new(const State *state, StateTable table, const char *column);

/* The first row that says this; SIZE_MAX where none does. */
size_t
lookup_row(const Lookup *lookup, Text value);

#endif
