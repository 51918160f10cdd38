/*
 * One submitted file, from its raw rows to its typed rows: every visible sheet is looked at, those that hold a table of a known kind are converted, the rest is named.
 * A file without any table, of an ambiguous kind, of another cycle or too long for its kind is refused: the stream stays well-formed and says so in its end mark.
 */
#ifndef HUIZONG_SUBMISSION_SUBMISSION_H
#define HUIZONG_SUBMISSION_SUBMISSION_H

#include "rows/finding.h"
#include "schema/upload.h"

/*
 * Reads raw rows (rows/rawrow.h) from `in` and writes typed rows (rows/typedrow.h) to `out`. `path` is the file's path in its inbox. Takes over `findings`
 * and closes it before the typed rows' end mark. *with_findings: something was found, or the file is refused. False with *err on a fault, a torn input
 * above all; then neither stream has an end mark.
 */
bool
submission_normalise(const UploadSet *set, Text path, int in, int out, FindingWriter *findings, bool *with_findings,
                     Err *err);

#endif
