/* Losses as accounts write them: 亏损25.5万元, (25.5). */
#ifndef HUIZONG_TEXT_LOSS_H
#define HUIZONG_TEXT_LOSS_H

#include "base/arena.h"

typedef enum LossForm {
    LOSS_NONE,       /* the text speaks of no loss */
    LOSS_IN_WORDS,   /* 亏损 before the figure */
    LOSS_IN_BRACKETS /* the figure stands in brackets, and nothing else but its unit may stand behind them */
} LossForm;

/* *figure is what is left then: 25.5万元 of 亏损25.5万元, (25.5万元) and (25.5)万元; in `arena`. */
LossForm
loss_read(Text written, Arena *arena, Text *figure);

#endif
