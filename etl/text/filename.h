/* Names of files and folders. */
#ifndef HUIZONG_TEXT_FILENAME_H
#define HUIZONG_TEXT_FILENAME_H

#include "base/arena.h"

/* `name` as a file or folder name for Linux and Windows: signs that either forbids become "_"; in `arena`. */
Text
filename_safe(Text name, Arena *arena);

#endif
