/* A connection string, as libpq understands it: "host=… dbname=…" or a URI. It may hold a password, so no message shows it. */
#ifndef HUIZONG_DB_CONNINFO_H
#define HUIZONG_DB_CONNINFO_H

#include "base/err.h"

/* ERR_USAGE where it holds a password: everybody can read a command line. */
bool
conninfo_on_line(const char *conninfo, Err *err);

/* ERR_DATABASE where it is none, or pieces of a password would be taken for host or port. */
bool
conninfo_check(const char *conninfo, Err *err);

/*
 * Puts it into this process's environment (PGHOST, PGPASSWORD …), so that a program of PostgreSQL's can be started without any of it on its command
 * line. ERR_USAGE where it is none, or says what the environment cannot.
 */
bool
conninfo_environment(const char *conninfo, Err *err);

/* What to say where there is no connection. Where nothing names a database, libpq's own guess is hardly the one that was meant. */
const char *
conninfo_unreachable(const char *conninfo);

#endif
