#include "submission/submission.h"

static bool
take_all(Submission *submission, RawReader *reader, Err *err)
{
    RawItem item;
    while (rawrow_next(reader, &item, err)) {
        if (!submission_take(submission, &item, err))
            return false;
    }
    return err->code == ERR_NONE;
}

bool
submission_take_stream(Submission *submission, int in, Err *err)
{
    RawReader *reader = rawrow_reader_new(in);
    bool ok = take_all(submission, reader, err);
    rawrow_reader_free(reader);
    return ok;
}

bool
submission_normalise(const UploadSet *set, Text path, int in, int out, FindingWriter *findings, bool *with_findings,
                     Err *err)
{
    Submission *submission = submission_open(set, path, out, findings, err);
    if (submission == NULL)
        return false;
    bool ok = submission_take_stream(submission, in, err) && submission_end(submission, with_findings, err);
    submission_free(submission);
    return ok;
}
