/* One upload from its bytes to its raw rows, as huizong-extract reads it, and on to whoever takes them. */
#ifndef HUIZONG_OFFICE_READING_H
#define HUIZONG_OFFICE_READING_H

#include "base/limits.h"
#include "rows/finding.h"
#include "rows/rawrow.h"

typedef struct Reading Reading;

/*
 * Opens all that reading the regular file at `path` will ever need, so that the process can be shut in (cage/cage.h) before it looks at it. What is found
 * goes to the file `findings` (NULL: nowhere); `limits` is a file of schemas/limits.json's form, or NULL. NULL with *err on a fault; ERR_DATA where the
 * file's bytes are not those of the digest `sha256` (NULL: any).
 */
Reading *
reading_open(const char *path, const char *sha256, const char *limits, const char *findings, Err *err);

/* Borrowed. */
const Limits *
reading_limits(const Reading *reading);

/*
 * Reads the file into `rows`, its end mark included; the findings are closed before that. *with_findings: something was found, or the file is refused.
 * False with *err on a fault: then neither has an end mark.
 */
bool
reading_rows(Reading *reading, RawWriter *rows, bool *with_findings, Err *err);

/* Does not read the file: it is refused with that code. Else as reading_rows. */
bool
reading_refuse(Reading *reading, RawWriter *rows, const char *code, bool *with_findings, Err *err);

/* NULL is allowed. */
void
reading_close(Reading *reading);

#endif
