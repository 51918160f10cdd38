/* A place in a file that came: what stood there and what was made of it, field by field; and what was found there. */
#ifndef HUIZONG_TRACE_PLACE_H
#define HUIZONG_TRACE_PLACE_H

#include "trace/subject.h"

/* Nothing where the subject is a whole file. */
bool
place_tell(const Trace *trace, const Subject *subject, Err *err);

bool
place_findings(const Trace *trace, const Subject *subject, Err *err);

/* What may be shown of people: `value`, or masked where they are not to be known. */
Text
place_shown(const Trace *trace, bool personal, Text value);

#endif
