/* Boxes that people tick in forms: 是√ 否□, ■是 □否, （√）是（ ）否, √. */
#ifndef HUIZONG_TEXT_TICK_H
#define HUIZONG_TEXT_TICK_H

#include "base/arena.h"

typedef enum TickState {
    TICK_ABSENT,  /* neither a mark nor one choice alone: not this notation */
    TICK_ONE,     /* one choice is ticked, or stands alone without a box */
    TICK_ALONE,   /* a tick and no choice beside it */
    TICK_NONE,    /* boxes or choices, and nothing ticked */
    TICK_SEVERAL, /* more than one ticked */
    TICK_UNCLEAR  /* which choice a mark belongs to, or what it says, cannot be told */
} TickState;

enum { TICK_CHOICES_MOST = 32 };

/*
 * Which of `choices` (as printed; at most TICK_CHOICES_MOST) is ticked: *chosen for TICK_ONE. Marks stand before the choices or behind them; where only some
 * have one, a mark belongs to the choice it touches. √ ✓ ✔ ☑ ✅ ■ ● ◆ tick; □ ☐ ○ ◯ ◇ 口 and empty brackets do not; × ✗ ✘ do not beside a tick; ☒ ticks where no
 * other mark does. Of one choice alone a box with √ ✓ ✔ beside it is ticked: □√5G, 5G□（√）;
 * of several, each with a box of its own and parted by blanks, that in whose part the stroke stands: □是 □√否.
 */
TickState
tick_read(Text written, const Text *choices, size_t count, Arena *arena, size_t *chosen);

#endif
