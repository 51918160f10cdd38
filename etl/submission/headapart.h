/* Head blocks that stand apart from their table: portals and covers keep 推荐单位 or 平台名称 in a sheet of its own, above the table's or behind it. */
#ifndef HUIZONG_SUBMISSION_HEADAPART_H
#define HUIZONG_SUBMISSION_HEADAPART_H

#include "submission/skipped.h"
#include "table/table.h"

typedef struct HeadPart HeadPart;

typedef struct HeadApart {
    const UploadSet *set;
    Text path; /* the file's in its inbox: it may name the platform */
    Arena *arena;
    HeadPart *first; /* sheets without a table that say head fields, in order */
    HeadPart *last;
    HeadBlock *own; /* by kind: what the tables' own sheets say; values NULL: no such table was read */
} HeadApart;

/* Borrows the set and the path; all it keeps lives in `arena`. */
HeadApart
headapart_new(const UploadSet *set, Text path, Arena *arena);

/* Keeps what a sheet without a table says of heads, but for notes, hints and tables of such words. */
void
headapart_keep(HeadApart *apart, const Sheet *sheet);

/* Notes that a table of the kind was read, and what its own sheet says. */
void
headapart_note(HeadApart *apart, const UploadKind *kind, const HeadBlock *own);

/* The same of a list, whose head block stands above its header. */
void
headapart_note_list(HeadApart *apart, const Sheet *sheet, const Header *header);

/* What the sheets that were kept say of that kind's head, the first of each field; NULL where they say nothing. */
const HeadBlock *
headapart_said(const HeadApart *apart, const UploadKind *kind);

/*
 * When the file is read: writes what the tables' own sheets do not say as a head block of the sheet where it stands, without rows, and takes such a sheet off those that were skipped. Who recommends is so judged
 * as everywhere. What contradicts a table, and what is said of a list, which has one sheet, is told as an error.
 */
bool
headapart_write(const HeadApart *apart, SkippedSheets *skipped, const TableSink *sink, Err *err);

#endif
