/* What stands behind a row of a report: the nomination, file or register line that it names, or the rows that it counts. */
#ifndef HUIZONG_TRACE_SOURCES_H
#define HUIZONG_TRACE_SOURCES_H

#include "review/layout.h"
#include "trace/subject.h"
#include "trace/target.h"

/* A row of a report's table; `column` (or NULL) is the one asked for, where that is a count. */
bool
sources_of_row(const Trace *trace, StateTable table, size_t row, const char *column, Err *err);

/* A sum below a table: the rows that it adds up. */
bool
sources_of_total(const Trace *trace, StateTable table, const LayoutColumn *column, Err *err);

/* A line of an official table's head block; `unit` as in summary_file. */
bool
sources_of_head(const Trace *trace, size_t unit, const Field *field, Err *err);

/* A row of another output, by the unit, platform or file that it names itself. */
bool
sources_by_words(const Trace *trace, const Target *target, Err *err);

#endif
