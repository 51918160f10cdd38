/* What a file says in its own words: read once more, by the same reader in a child that has no login. */
#ifndef HUIZONG_TRACE_ORIGINAL_H
#define HUIZONG_TRACE_ORIGINAL_H

#include "rows/row.h"
#include "trace/subject.h"

/* Where the archive keeps the subject's file; in the state's arena. */
const char *
original_path(const Trace *trace, const Subject *subject);

/* Says as a fact where the archive has the subject's file no longer as it came; *whole: it has. */
bool
original_tell(const Trace *trace, const Subject *subject, bool *whole, Err *err);

/* The row of a sheet as it stands in the file at `path`, in the state's arena; NULL where there is no such row. False with *err where the file cannot be read. */
bool
original_row(const Trace *trace, const char *path, Text sheet, Text row, const Row **out, Err *err);

#endif
