/* Every night's package: what would go to the next tier if it went today, and what is still in the way. */
#ifndef HUIZONG_MINISTRY_DRAFT_H
#define HUIZONG_MINISTRY_DRAFT_H

#include "results/outbox.h"
#include "results/state.h"

/* ministry/ in the outbox; its files bear 送审稿 while anything is open. */
bool
draft_write(const State *state, const Outbox *outbox, Err *err);

/* Adds the finding final_package_differs where the newest final package says something else than this state. */
bool
draft_compare(State *state, Err *err);

#endif
