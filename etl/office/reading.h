/* One upload from its bytes to its raw rows, as huizong-extract reads it, and on to whoever takes them. */
#ifndef HUIZONG_OFFICE_READING_H
#define HUIZONG_OFFICE_READING_H

#include "rows/finding.h"
#include "rows/rawrow.h"

/*
 * Reads the regular file at `path` into `rows`, its end mark included; what is found goes to the file `findings` (NULL: nowhere), which is closed before the
 * end mark. `limits` is a file of schemas/limits.json's form, or NULL. *with_findings: something was found, or the file is refused. False with *err on a
 * fault: then neither has an end mark.
 */
bool
reading_file(const char *path, const char *limits, const char *findings, RawWriter *rows, bool *with_findings,
             Err *err);

#endif
