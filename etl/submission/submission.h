/*
 * One submitted file, from its raw rows to its typed rows: every visible sheet is looked at, those that hold a table of a known kind are converted, the rest is named.
 * A file without any table, of an ambiguous kind, of another cycle or too long for its kind is refused: the stream stays well-formed and says so in its end mark.
 */
#ifndef HUIZONG_SUBMISSION_SUBMISSION_H
#define HUIZONG_SUBMISSION_SUBMISSION_H

#include "rows/finding.h"
#include "rows/rawrow.h"
#include "schema/upload.h"

typedef struct Submission Submission;

/*
 * Typed rows (rows/typedrow.h) go to `out`. `path` is the file's path in its inbox, borrowed. Takes over `findings`. What it will ever open is open then. NULL with *err on a fault.
 */
Submission *
submission_open(const UploadSet *set, Text path, int out, FindingWriter *findings, Err *err);

/* Takes the next item of the raw rows, the end mark too. */
bool
submission_take(Submission *submission, const RawItem *item, Err *err);

/* Takes all raw rows (rows/rawrow.h) from `in`, the end mark too. */
bool
submission_take_stream(Submission *submission, int in, Err *err);

/* Behind the end mark: closes the findings and ends the typed rows. *with_findings: something was found, or the file is refused. */
bool
submission_end(Submission *submission, bool *with_findings, Err *err);

/* Without submission_end neither stream has an end mark. NULL is allowed. */
void
submission_free(Submission *submission);

/*
 * Reads raw rows (rows/rawrow.h) from `in` and writes typed rows (rows/typedrow.h) to `out`. `path` is the file's path in its inbox. Takes over `findings`
 * and closes it before the typed rows' end mark. *with_findings: something was found, or the file is refused. False with *err on a fault, a torn input
 * above all; then neither stream has an end mark.
 */
bool
submission_normalise(const UploadSet *set, Text path, int in, int out, FindingWriter *findings, bool *with_findings,
                     Err *err);

#endif
