/* The evidence of a subject, part by part: what was decided, the file, what was read there and how, rules, registers, earlier versions, history. */
#ifndef HUIZONG_TRACE_TELL_H
#define HUIZONG_TRACE_TELL_H

#include "trace/subject.h"

bool
tell_subject(const Trace *trace, const Subject *subject, Err *err);

#endif
