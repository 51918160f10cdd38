/* The 销毁记录, to print and sign and as CSV: what went, by name and digest, when, by whom and on what basis. */
#ifndef HUIZONG_DISPOSAL_RECORD_H
#define HUIZONG_DISPOSAL_RECORD_H

#include <stdio.h>

#include "base/hash.h"
#include "disposal/plan.h"
#include "disposal/words.h"

typedef struct RecordHead {
    Text cycle;
    Text number; /* among the disposals of the cycle */
    Text title;
    Text office;
    Text doc_no;
    Text ordered_by;
    Text retain_until;
    Text basis;
    Text as_of;
    Text server; /* what is said of the database's server and its log */
} RecordHead;

/* The columns of one item behind its number; "actions" or "planned" are the words for what is done. */
enum { RECORD_COLUMNS = 8 };

void
record_cells(const Words *words, const char *actions, const PlanItem *item, size_t number, Text cells[RECORD_COLUMNS]);

/* OUTBOX/disposed/<cycle>-<number>. */
const char *
record_folder(const char *outbox, const RecordHead *head, Arena *arena);

/*
 * The folder appears whole; the same disposal gives the same bytes. *csv is the path of its CSV, `sha256` that file's digest. Another disposal's record in its place stays there:
 * ERR_CANNOT_CREATE, and what to do is said to `talk`.
 */
bool
record_write(const char *outbox, const RecordHead *head, const Words *words, const Plan *plan, Arena *arena, FILE *talk,
             const char **csv, char sha256[HASH_HEX + 1], Err *err);

#endif
