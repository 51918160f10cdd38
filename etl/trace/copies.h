/* A marked copy behind a list of corrections: the cell of the unit's own file that it shows. */
#ifndef HUIZONG_TRACE_COPIES_H
#define HUIZONG_TRACE_COPIES_H

#include "trace/subject.h"
#include "trace/target.h"

/* Tells the same place of the file that the copy is of; of several whose copies could have that name, which they are. *found is false where the target is
 * no such copy. */
bool
copies_tell(const Trace *trace, const Target *target, bool *found, Err *err);

#endif
