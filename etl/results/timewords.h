/* Times as an office writes them, in the zone that the cycle's outputs have. */
#ifndef HUIZONG_RESULTS_TIMEWORDS_H
#define HUIZONG_RESULTS_TIMEWORDS_H

#include "results/state.h"

/*
 * "2023-06-12T18:00:00+08:00" to "2023年6月12日 18:00" (seconds where there are any), "2023-06-12" to "2023年6月12日"; the deadline as the cycle's files
 * write it ("2023年6月12日 24:00"), the notice's first second as its date. What is no such text stays as it is. In the state's arena.
 */
Text
timewords(const State *state, Text iso);

#endif
