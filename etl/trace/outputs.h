/* A cell of an output: which facts it was written from, found by the layouts of those who write it. */
#ifndef HUIZONG_TRACE_OUTPUTS_H
#define HUIZONG_TRACE_OUTPUTS_H

#include "trace/subject.h"
#include "trace/target.h"

/* Tells what the cell is and the evidence behind it; the state has been read. ERR_NO_INPUT where there is no such cell. */
bool
outputs_tell(const Trace *trace, const Target *target, Err *err);

#endif
