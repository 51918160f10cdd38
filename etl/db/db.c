#include "db/db.h"

#include <stdlib.h>
#include <string.h>

#include <libpq-fe.h>

#include "base/foreign.h"
#include "base/log.h"
#include "db/conninfo.h"
#include "db/sqltext.h"

enum { SQLSTATE_SIZE = 6, VERSION_MAJOR = 10000, OLDEST_SERVER = 15 * VERSION_MAJOR };

struct Db {
    PGconn *connection;
    Arena *scratch; /* the terminated copies of one statement's parameters */
    char sqlstate[SQLSTATE_SIZE];
    const char *copy_name;
    uint64_t copied; /* rows, by the COPY that was ended last */
};

/* A name that was asked for, where it stands in memory, and its column. */
typedef struct Found {
    const char *name;
    int column;
} Found;

enum { FOUND_SIZE = 64 };

struct DbResult {
    PGresult *result;
    Found *found; /* FOUND_SIZE, by the name's address the last one that fell there */
};

static void
on_notice(void *context, const PGresult *result)
{
    (void)context;
    log_debug("server: %s", PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
}

/* libpq's messages may have several lines; the log's have one. */
static Text
connection_message(const Db *db)
{
    char *message = arena_string(db->scratch, text_trim(text_of(PQerrorMessage(db->connection))));
    for (char *at = message; *at != '\0'; at++) {
        if (*at == '\n' || *at == '\t')
            *at = ' ';
    }
    return text_of(message);
}

/* Whose transaction gave way to another one, may simply be tried again; a full disk is no fault of the database. */
static ErrCode
fault_of(Text sqlstate)
{
    if (text_equal(sqlstate, TEXT("40001")) || text_equal(sqlstate, TEXT("40P01")))
        return ERR_LOCKED;
    return text_equal(sqlstate, TEXT("53100")) ? ERR_IO : ERR_DATABASE;
}

/* Only the primary message: detail and context may quote rows, and personal data never enters a log. */
static bool
set_error(Db *db, const char *name, const PGresult *result, Err *err)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (state != NULL)
        memccpy(db->sqlstate, state, '\0', sizeof(db->sqlstate) - 1);
    if (primary != NULL)
        return err_set(err, fault_of(text_of(db->sqlstate)), "could not run \"sql/%s.sql\": %s (%s)", name, primary,
                       db->sqlstate);
    Text message = connection_message(db);
    return err_set(err, ERR_DATABASE, "could not run \"sql/%s.sql\": %" TEXT_FMT, name, TEXT_ARG(message));
}

static bool
set_connection_error(Db *db, const char *what, Err *err)
{
    Text message = connection_message(db);
    return err_set(err, ERR_DATABASE, "%s: %" TEXT_FMT, what, TEXT_ARG(message));
}

static const SqlText *
find_sql(Db *db, const char *name, Err *err)
{
    db->sqlstate[0] = '\0';
    const SqlText *sql = sqltext_find(name);
    if (sql == NULL)
        err_set(err, ERR_BUG, "no such statement: \"sql/%s.sql\"", name);
    return sql;
}

static const char **
terminated(Db *db, const Text *parameters, int count)
{
    const char **values = arena_array(db->scratch, (size_t)count + 1, sizeof(*values));
    for (int i = 0; i < count; i++)
        values[i] = parameters[i].ptr == NULL ? NULL : arena_string(db->scratch, parameters[i]);
    return values;
}

static DbResult *
run(Db *db, const char *name, const char *sql, const Text *parameters, int count, Err *err)
{
    arena_reset(db->scratch);
    PGresult *result = PQexecParams(db->connection, sql, count, NULL, terminated(db, parameters, count), NULL, NULL, 0);
    ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        set_error(db, name, result, err);
        PQclear(result);
        return NULL;
    }
    DbResult *out = mem_alloc(sizeof(*out));
    *out = (DbResult){result, mem_alloc(FOUND_SIZE * sizeof(*out->found))};
    for (size_t i = 0; i < FOUND_SIZE; i++)
        out->found[i] = (Found){NULL, 0};
    return out;
}

static PGconn *
connect_server(const char *conninfo, const char *program)
{
    bool given = conninfo != NULL && conninfo[0] != '\0';
    const char *names[] = {"client_encoding", "fallback_application_name", given ? "dbname" : NULL, NULL};
    const char *values[] = {"UTF8", program, conninfo, NULL};
    return PQconnectdbParams(names, values, 1);
}

/* Folding needs the one, keys whose nulls are equal the other. */
static bool
check_server(const Db *db, Err *err)
{
    const char *encoding = PQparameterStatus(db->connection, "server_encoding");
    int version = PQserverVersion(db->connection);
    if (version < OLDEST_SERVER)
        return err_set(err, ERR_DATABASE, "the server is PostgreSQL %d, and %d is the oldest that will do",
                       version / VERSION_MAJOR, OLDEST_SERVER / VERSION_MAJOR);
    if (encoding == NULL || !text_equal(text_of(encoding), TEXT("UTF8")))
        return err_set(err, ERR_DATABASE,
                       "database \"%s\" has encoding %s, not UTF8 (createdb --template=template0 --encoding=UTF8)",
                       PQdb(db->connection), encoding == NULL ? "unknown" : encoding);
    return true;
}

static bool
set_session(Db *db, const char *conninfo, const char *role, Err *err)
{
    if (PQstatus(db->connection) != CONNECTION_OK)
        return set_connection_error(db, conninfo_unreachable(conninfo), err);
    PQsetNoticeReceiver(db->connection, on_notice, NULL);
    if (!check_server(db, err))
        return false;
    if (!db_do(db, "session/open", NULL, 0, err))
        return false;
    return role == NULL || db_do(db, "session/role", (Text[]){text_of(role)}, 1, err);
}

Db *
db_open(const char *conninfo, const char *program, const char *role, Err *err)
{
    if (!conninfo_check(conninfo, err))
        return NULL;
    foreign_needs_memory();
    Db *db = mem_alloc(sizeof(*db));
    *db = (Db){.connection = connect_server(conninfo, program), .scratch = arena_new()};
    if (set_session(db, conninfo, role, err))
        return db;
    db_close(db);
    return NULL;
}

void
db_close(Db *db)
{
    if (db == NULL)
        return;
    PQfinish(db->connection);
    arena_free(db->scratch);
    mem_free(db);
}

bool
db_begin(Db *db, Err *err)
{
    return db_do(db, "session/begin", NULL, 0, err);
}

bool
db_commit(Db *db, Err *err)
{
    return db_do(db, "session/commit", NULL, 0, err);
}

bool
db_rollback(Db *db, Err *err)
{
    return db_do(db, "session/rollback", NULL, 0, err);
}

DbResult *
db_query(Db *db, const char *name, const Text *parameters, int parameter_count, Err *err)
{
    const SqlText *sql = find_sql(db, name, err);
    return sql == NULL ? NULL : run(db, name, sql->text, parameters, parameter_count, err);
}

bool
db_do(Db *db, const char *name, const Text *parameters, int parameter_count, Err *err)
{
    DbResult *result = db_query(db, name, parameters, parameter_count, err);
    db_result_free(result);
    return result != NULL;
}

bool
db_insert(Db *db, const char *into, const char *name, const Text *parameters, int parameter_count, Err *err)
{
    const SqlText *head = find_sql(db, into, err);
    const SqlText *rows = head == NULL ? NULL : find_sql(db, name, err);
    if (rows == NULL)
        return false;
    Arena *arena = arena_new();
    Text sql = arena_printf(arena, "%s%s", head->text, rows->text);
    DbResult *result = run(db, name, sql.ptr, parameters, parameter_count, err);
    arena_free(arena);
    db_result_free(result);
    return result != NULL;
}

bool
db_script(Db *db, const char *name, Err *err)
{
    const SqlText *sql = find_sql(db, name, err);
    if (sql == NULL)
        return false;
    PGresult *result = PQexec(db->connection, sql->text);
    ExecStatusType status = PQresultStatus(result);
    bool ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
    if (!ok)
        set_error(db, name, result, err);
    PQclear(result);
    return ok;
}

size_t
db_rows(const DbResult *result)
{
    return (size_t)PQntuples(result->result);
}

int
db_columns(const DbResult *result)
{
    return PQnfields(result->result);
}

Text
db_column_name(const DbResult *result, int column)
{
    return text_of(PQfname(result->result, column));
}

Text
db_cell(const DbResult *result, size_t row, int column)
{
    if (PQgetisnull(result->result, (int)row, column))
        return TEXT_NONE;
    return (Text){PQgetvalue(result->result, (int)row, column), (size_t)PQgetlength(result->result, (int)row, column)};
}

/* Large tables are read cell by cell with the same few names, which libpq would copy and search for each time. */
static int
column_of(const DbResult *result, const char *name)
{
    uintptr_t address = (uintptr_t)name;
    Found *found = &result->found[(address ^ address >> 6) % FOUND_SIZE];
    if (found->name == name && strcmp(PQfname(result->result, found->column), name) == 0)
        return found->column;
    int column = PQfnumber(result->result, name);
    if (column >= 0)
        *found = (Found){name, column};
    return column;
}

Text
db_named(const DbResult *result, size_t row, const char *column)
{
    int number = column_of(result, column);
    return number < 0 ? TEXT_NONE : db_cell(result, row, number);
}

void
db_result_free(DbResult *result)
{
    if (result == NULL)
        return;
    PQclear(result->result);
    mem_free(result->found);
    mem_free(result);
}

const char *
db_sqlstate(const Db *db)
{
    return db->sqlstate;
}

static bool
take_lock(Db *db, const char *statement, Text cycle, Err *err)
{
    DbResult *result = db_query(db, statement, &cycle, 1, err);
    if (result == NULL)
        return false;
    bool locked = text_equal(db_cell(result, 0, 0), TEXT("t"));
    db_result_free(result);
    if (!locked)
        err_set(err, ERR_LOCKED,
                "cycle \"%" TEXT_FMT "\" is locked by another run：这个周期的另一次运行尚未结束，请稍后再运行",
                TEXT_ARG(cycle));
    return locked;
}

bool
db_lock_cycle(Db *db, Text cycle, Err *err)
{
    return take_lock(db, "session/lock_cycle", cycle, err);
}

bool
db_share_cycle(Db *db, Text cycle, Err *err)
{
    return take_lock(db, "session/share_cycle", cycle, err);
}

static bool
begin_copy(Db *db, const char *name, const char *sql, Err *err)
{
    db->copy_name = name;
    db->copied = 0;
    PGresult *result = PQexec(db->connection, sql);
    bool ok = PQresultStatus(result) == PGRES_COPY_IN;
    if (!ok)
        set_error(db, name, result, err);
    PQclear(result);
    return ok;
}

bool
db_copy_begin(Db *db, const char *name, Err *err)
{
    const SqlText *sql = find_sql(db, name, err);
    return sql != NULL && begin_copy(db, sql->name, sql->text, err);
}

bool
db_copy_begin_made(Db *db, const char *name, Text statement, Err *err)
{
    arena_reset(db->scratch);
    return begin_copy(db, name, arena_string(db->scratch, statement), err);
}

/* libpq counts in int; a caller's buffer may be larger. */
bool
db_copy_send(Db *db, Text bytes, Err *err)
{
    enum { PIECE = 1 << 20 };
    for (size_t sent = 0; sent < bytes.len; sent += PIECE) {
        Text piece = text_sub(bytes, sent, PIECE);
        if (PQputCopyData(db->connection, piece.ptr, (int)piece.len) != 1)
            return set_connection_error(db, "could not send rows", err);
    }
    return true;
}

bool
db_copy_end(Db *db, const char *abort_reason, Err *err)
{
    bool ok = PQputCopyEnd(db->connection, abort_reason) == 1;
    if (!ok)
        set_connection_error(db, "could not end the copy", err);
    PGresult *result;
    while ((result = PQgetResult(db->connection)) != NULL) {
        if (ok && PQresultStatus(result) != PGRES_COMMAND_OK)
            ok = set_error(db, db->copy_name, result, err);
        db->copied += strtoull(PQcmdTuples(result), NULL, 10);
        PQclear(result);
    }
    return ok;
}

uint64_t
db_copied(const Db *db)
{
    return db->copied;
}
