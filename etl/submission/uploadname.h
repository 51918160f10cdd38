/* What the name of an uploaded file says of it. */
#ifndef HUIZONG_SUBMISSION_UPLOADNAME_H
#define HUIZONG_SUBMISSION_UPLOADNAME_H

#include "base/arena.h"

/* The last part of a path; borrowed from it. */
Text
uploadname_of(Text path);

/* A name without its suffix; borrowed from it. */
Text
uploadname_stem(Text name);

/* True where the name or its suffix says that there is a table in the file, whatever its bytes are: a scan named like a workbook. */
bool
uploadname_promises_table(Text name, Arena *arena);

#endif
