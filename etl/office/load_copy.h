/* COPY lines gathered into pieces: one statement's rows, each led by the fields that load adds. */
#ifndef HUIZONG_OFFICE_LOAD_COPY_H
#define HUIZONG_OFFICE_LOAD_COPY_H

#include "base/buf.h"
#include "db/db.h"

typedef struct LoadCopy {
    Db *db;
    Buf buf;
    bool open;
} LoadCopy;

void
load_copy_init(LoadCopy *copy, Db *db);

/* Starts sql/<name>.sql. */
bool
load_copy_begin(LoadCopy *copy, const char *name, Err *err);

/* One line: `lead` (escaped already, with its tabs), then the fields. Sent when a piece is full. */
bool
load_copy_line(LoadCopy *copy, Text lead, const Text *fields, size_t count, Err *err);

/* Sends the rest and ends the statement; nothing where none is open. */
bool
load_copy_end(LoadCopy *copy, Err *err);

/* Fails a statement that is still open, so that the connection can roll back; frees. */
void
load_copy_close(LoadCopy *copy);

#endif
