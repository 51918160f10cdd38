/* What a city runs before it uploads: one file through extract and normalise, without any database, and all that was found. */
#ifndef HUIZONG_OFFICE_PRECHECK_H
#define HUIZONG_OFFICE_PRECHECK_H

#include "schema/upload.h"

/* The fields of a finding, in the order of rows/finding.h. */
typedef struct PrecheckFinding {
    Text sheet, cell, row, field, severity, code, raw, read_as, expected, subject;
} PrecheckFinding;

typedef struct PrecheckResult {
    const char *name; /* how the file is called */
    PrecheckFinding *findings;
    size_t count;
    bool document; /* kept and not read: a scan, a letter */
    size_t errors; /* how many of them are errors; the others are warnings */
} PrecheckResult;

/*
 * `extract` is the path of the program huizong-extract, `limits` that of its limits or NULL; `name` is `path` in UTF-8, which names of the file system need
 * not be. The result lives in `arena`.
 */
bool
precheck_file(const UploadSet *set, const char *extract, const char *limits, const char *path, const char *name,
              Arena *arena, PrecheckResult *result, Err *err);

#endif
