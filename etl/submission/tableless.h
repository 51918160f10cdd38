/* What is made of the sheets of a file that hold no table of their own: heads of the tables elsewhere in it, rows that go on from one, or nothing, and then they are named. */
#ifndef HUIZONG_SUBMISSION_TABLELESS_H
#define HUIZONG_SUBMISSION_TABLELESS_H

#include "submission/goeson.h"
#include "submission/headapart.h"
#include "submission/noentry.h"

typedef struct Tableless {
    const UploadSet *set;
    const TableSink *sink;
    Arena *arena;
    SkippedSheets skipped;
    ReadHeader *headers;
    HeadApart heads;
    NoEntry no_entry; /* of the cycle's tables */
} Tableless;

/* For a file of that path in its inbox. Borrows all of it; what it keeps lives in `arena`. */
Tableless
tableless_new(const UploadSet *set, Text path, const TableSink *sink, Arena *arena);

/* A table was opened: notes it, and tells it what other sheets said of its head. */
void
tableless_note_table(Tableless *tableless, Table *table);

/* A list was. */
void
tableless_note_list(Tableless *tableless, const Sheet *sheet, const Header *header);

/* A sheet without a table, though it may be part of a form. */
void
tableless_keep_head(Tableless *tableless, const Sheet *sheet);

/* One that is not. `untaken` as for skipped_add. */
void
tableless_add(Tableless *tableless, const Sheet *sheet, Text untaken);

/* When the file is read; as headapart_write and skipped_report, and refused where its tables have no entry and are no zero report (no_entry_read). */
bool
tableless_report(Tableless *tableless, size_t bare_width, const char **refused, Err *err);

#endif
