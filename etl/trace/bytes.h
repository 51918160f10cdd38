/* The bytes of a text in a file of GB18030 or GBK, so that what was decoded can be held against what was sent. */
#ifndef HUIZONG_TRACE_BYTES_H
#define HUIZONG_TRACE_BYTES_H

#include "trace/subject.h"

/* "C3F6 BDAD", a group for each character, for a text that stands in the file at `path` in just these bytes; TEXT_NONE in other encodings, of long texts and where the
 * file is too large to be looked through. In the state's arena. */
bool
bytes_of(const Trace *trace, const Subject *subject, const char *path, Text text, Text *out, Err *err);

#endif
