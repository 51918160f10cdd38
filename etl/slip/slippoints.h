/* The first sheet of a slip: what blocks acceptance, the quota in words, the state of each platform's application. */
#ifndef HUIZONG_SLIP_SLIPPOINTS_H
#define HUIZONG_SLIP_SLIPPOINTS_H

#include "slip/slip.h"

/* Adds the points behind the findings, and counts `blocks` and `lacking`. */
void
slippoints_add(const State *state, const SlipData *data, Arena *arena, Slip *slip);

#endif
