/* What a file's path in its inbox tells of it, as facts of its typed rows. */
#ifndef HUIZONG_SUBMISSION_FILEFACTS_H
#define HUIZONG_SUBMISSION_FILEFACTS_H

#include "rows/typedrow.h"

/* Its name, and where it lies in folders: that of the unit and, within that, of the platform, both folded. */
bool
filefacts_write(TypedWriter *writer, Text path, Arena *arena, Err *err);

#endif
