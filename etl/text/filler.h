/* What people write into a cell that they have nothing to say in. */
#ifndef HUIZONG_TEXT_FILLER_H
#define HUIZONG_TEXT_FILLER_H

#include "base/text.h"

typedef enum Filler {
    FILLER_NOT,     /* the cell says something */
    FILLER_BLANK,   /* nothing, a stroke, or a program's word for it: / — NULL */
    FILLER_NONE,    /* 无, 暂无: said to be none */
    FILLER_PENDING, /* 待定, 待补充: to be said later */
    FILLER_DITTO    /* 同上, 〃: as in the row above */
} Filler;

/* Of a cell as written; blanks at its ends do not count. */
Filler
filler_kind(Text cell);

/* True of the blanks that are dashes: - -- — */
bool
filler_is_dash(Text cell);

#endif
