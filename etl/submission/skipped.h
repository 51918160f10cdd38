/* Sheets that hold no table, to be named when the file turns out to have one elsewhere. */
#ifndef HUIZONG_SUBMISSION_SKIPPED_H
#define HUIZONG_SUBMISSION_SKIPPED_H

#include "rows/finding.h"
#include "schema/upload.h"
#include "table/sheet.h"

typedef struct SkippedSheet {
    Text name;
    size_t width;         /* most cells that a row of it fills */
    bool goes_on;         /* its rows are counted as a list's are */
    bool dropped;         /* all of it was read after all */
    const UploadKind *of; /* whose entries its rows are filled like (submission/goeson.h), or NULL */
    Text untaken;         /* the list that it is called, which the cycle does not take; or TEXT_NONE */
    struct SkippedSheet *next;
} SkippedSheet;

typedef struct SkippedSheets {
    SkippedSheet *first;
    SkippedSheet *last;
} SkippedSheets;

/* Keeps name and width in `arena`, and the name of a list that is not taken (in `arena`, or TEXT_NONE). `of`: a kind whose table goes on there, or NULL. */
void
skipped_add(SkippedSheets *skipped, const Sheet *sheet, Text untaken, const UploadKind *of, Arena *arena);

/* Takes the sheet of that name off them. */
void
skipped_drop(SkippedSheets *skipped, Text name);

/*
 * Names them; where one goes on as a list does without a header, as an error, and where it is a cycle's table that does, the file is refused: entries would be missing. So it is where there is a header without entries (`bare_width` columns; 0: there is none), and a sheet as wide without a header: portals keep the header in a table of its own, and the
 * file would count as reporting nothing. Then *refused is the refusal's code, and its finding is written.
 */
bool
skipped_report(const SkippedSheets *skipped, const UploadSet *set, size_t bare_width, FindingWriter *findings,
               const char **refused, Arena *arena, Err *err);

#endif
