/* What is made of the sheets of a file that hold no table of their own: heads of the tables elsewhere in it, rows that go on from one, or nothing, and then they are named. */
#ifndef HUIZONG_SUBMISSION_TABLELESS_H
#define HUIZONG_SUBMISSION_TABLELESS_H

#include "submission/goeson.h"
#include "submission/headapart.h"
#include "submission/nearest.h"
#include "submission/noentry.h"

typedef struct Tableless {
    const UploadSet *set;
    const TableSink *sink;
    Arena *arena;
    SkippedSheets skipped;
    ReadHeader *headers;
    HeadApart heads;
    NoEntry no_entry; /* of the cycle's tables */
    Nearest nearest;
    const char *mistaken; /* a code: a sheet holds what only looks like a table of the cycle; or NULL */
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

/* A sheet without a table, though it may be part of a form; `header` as header_find left it. */
void
tableless_keep(Tableless *tableless, const Sheet *sheet, const Header *header);

/* Tells where the table below that header is another, or may be (table/mistaken.h). *none: it is, and nothing of it is read. */
bool
tableless_tell_mistaken(Tableless *tableless, const Sheet *sheet, const Header *header, Text stem, bool *none,
                        Err *err);

/* One that is not. `kept`: tableless_keep was the last to see it. */
void
tableless_add(Tableless *tableless, const Sheet *sheet, bool kept);

/* When the file is read and had no table: what it had instead, or which columns were looked for, and *refused the code. */
bool
tableless_refuse(Tableless *tableless, Text stem, const char **refused, Err *err);

/* When the file is read; as headapart_write and skipped_report, and refused where its tables have no entry and are no zero report (no_entry_read). */
bool
tableless_report(Tableless *tableless, size_t bare_width, const char **refused, Err *err);

#endif
