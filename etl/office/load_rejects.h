/*
 * The rejected rows of an upload, kept until its verdict is known: they stay where its rows go. COPY lines, in memory up to a bound,
 * beyond it in a file without a name in TMPDIR.
 */
#ifndef HUIZONG_OFFICE_LOAD_REJECTS_H
#define HUIZONG_OFFICE_LOAD_REJECTS_H

#include "base/buf.h"
#include "db/db.h"

typedef struct LoadRejects {
    Text arrival;
    Buf lines;
    Buf array; /* one row's cells */
    int fd;    /* -1: nothing has been written out */
} LoadRejects;

/* `arrival` is borrowed. */
void
load_rejects_init(LoadRejects *rejects, Text arrival);

void
load_rejects_free(LoadRejects *rejects);

/* `codes` are joined by commas; the cells are those from column A on. */
bool
load_rejects_add(LoadRejects *rejects, uint64_t table_no, uint64_t row_no, Text codes, const Text *cells, size_t count,
                 Err *err);

/* Copies them all into list_reject. */
bool
load_rejects_send(LoadRejects *rejects, Db *db, Err *err);

#endif
