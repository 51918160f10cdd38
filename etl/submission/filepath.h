/* The parts of a file's path in its inbox. All borrow from it. */
#ifndef HUIZONG_SUBMISSION_FILEPATH_H
#define HUIZONG_SUBMISSION_FILEPATH_H

#include "rows/typedrow.h"

/* The name without its folders. */
Text
filepath_last(Text path);

/* A name without its suffix. */
Text
filepath_stem(Text name);

/* True of a file that its name calls a table: by its words, or by its suffix. */
bool
filepath_like_table(Text name, Arena *arena);

/* The facts that load knows the file by: its name, and the folders of its unit and, within that, of its platform, folded, where it lies in them. */
bool
filepath_write(TypedWriter *rows, Text path, Arena *arena, Err *err);

#endif
