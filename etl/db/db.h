/*
 * PostgreSQL by libpq. client_encoding is UTF8, TimeZone UTC, values go as parameters or COPY, SQL comes from sql/ (db/sqltext.h).
 * A conninfo is anything libpq understands; empty or NULL leaves everything to the environment (PGHOST, PGSERVICE, .pgpass …). No message holds one: it may have a password.
 */
#ifndef HUIZONG_DB_DB_H
#define HUIZONG_DB_DB_H

#include "base/arena.h"
#include "base/err.h"

#include <stdint.h>

typedef struct Db Db;

/* Connects, sets the session and, where `role` is not NULL and the login may take it, SET ROLE huizong_<role>. NULL with ERR_DATABASE. */
Db *
db_open(const char *conninfo, const char *program, const char *role, Err *err);

void
db_close(Db *db);

bool
db_begin(Db *db, Err *err);

bool
db_commit(Db *db, Err *err);

bool
db_rollback(Db *db, Err *err);

/* A result; freed by db_result_free. Cells are borrowed from it; SQL NULL is TEXT_NONE. */
typedef struct DbResult DbResult;

/* Runs sql/<name>.sql (for instance "load/arrival_pending") with text parameters (ptr NULL = SQL NULL). NULL with *err on failure; sqlstate in db_sqlstate.
 * ERR_LOCKED where the transaction gave way to another one, and may be tried again; ERR_IO where the server's disk is full; else ERR_DATABASE. */
DbResult *
db_query(Db *db, const char *name, const Text *parameters, int parameter_count, Err *err);

/* The same where no row is expected. */
bool
db_do(Db *db, const char *name, const Text *parameters, int parameter_count, Err *err);

/* Runs sql/<into>.sql ("insert into …", without its rows) and sql/<name>.sql (the rows) as one statement. */
bool
db_insert(Db *db, const char *into, const char *name, const Text *parameters, int parameter_count, Err *err);

/* Runs a whole file of several statements without parameters (a migration). */
bool
db_script(Db *db, const char *name, Err *err);

size_t
db_rows(const DbResult *result);

int
db_columns(const DbResult *result);

Text
db_column_name(const DbResult *result, int column);

/* By number, or by name ("unit_code"; an unknown name gives TEXT_NONE). */
Text
db_cell(const DbResult *result, size_t row, int column);

Text
db_named(const DbResult *result, size_t row, const char *column);

void
db_result_free(DbResult *result);

/* The SQLSTATE of the last failure ("23505"), "" where there was none. */
const char *
db_sqlstate(const Db *db);

/* A transaction-scoped advisory lock on a cycle; false with ERR_LOCKED where another session holds it. */
bool
db_lock_cycle(Db *db, Text cycle, Err *err);

/* The same for who only reads: with others that do, against one that has the lock above. */
bool
db_share_cycle(Db *db, Text cycle, Err *err);

/* A COPY … FROM STDIN that always drains its results; begun by the statement in sql/<name>.sql. */
bool
db_copy_begin(Db *db, const char *name, Err *err);

/* The same by a statement that a function of ours has made on the server (list_begin): `name` is told in messages. */
bool
db_copy_begin_made(Db *db, const char *name, Text statement, Err *err);

/* Lines of COPY text, or tuples of COPY BINARY; a piece may end anywhere. */
bool
db_copy_send(Db *db, Text bytes, Err *err);

/* Ends the COPY, well or (with abort_reason) by failing it on the server. */
bool
db_copy_end(Db *db, const char *abort_reason, Err *err);

/* How many rows the server took in the COPY that was ended last. */
uint64_t
db_copied(const Db *db);

#endif
