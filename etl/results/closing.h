/* What a night says at its end: one line in Chinese, and whether anybody has to do anything. */
#ifndef HUIZONG_RESULTS_CLOSING_H
#define HUIZONG_RESULTS_CLOSING_H

#include "results/state.h"

/* How many uploads, nominations and register lines wait for a person. */
size_t
closing_pending(const State *state);

/* "福建省…：收到 23 件，接受 15，退回 6；推荐 8，占名额 7；需处理 5 项"; in the state's arena. */
Text
closing_line(const State *state);

#endif
