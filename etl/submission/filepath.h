/* The parts of a file's path in its inbox. All borrow from it. */
#ifndef HUIZONG_SUBMISSION_FILEPATH_H
#define HUIZONG_SUBMISSION_FILEPATH_H

#include "base/arena.h"

/* The name without its folders. */
Text
filepath_last(Text path);

/* A name without its suffix. */
Text
filepath_stem(Text name);

/* True of a file that its name calls a table: by its words, or by its suffix. */
bool
filepath_like_table(Text name, Arena *arena);

#endif
