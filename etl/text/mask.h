/* What is shown of a person where the person is not to be known. */
#ifndef HUIZONG_TEXT_MASK_H
#define HUIZONG_TEXT_MASK_H

#include "base/arena.h"

/* "林**", "1**": the first character, and that there is more; how much does not show. In `arena`. */
Text
mask_person(Text written, Arena *arena);

#endif
