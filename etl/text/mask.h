/* What is shown of a person where the person is not to be known. */
#ifndef HUIZONG_TEXT_MASK_H
#define HUIZONG_TEXT_MASK_H

#include "base/arena.h"

/* What stands where people's data were disposed of, here as in the database (disposed_mark); it is nobody's and masks nothing. */
#define MASK_DISPOSED "已按规定销毁"

/* "林**", "1**": the first character, and that there is more; how much does not show. In `arena`. */
Text
mask_person(Text written, Arena *arena);

#endif
