#include "db/conninfo.h"

#include <stdlib.h>
#include <string.h>

#include <libpq-fe.h>

/* libpq takes anything else for a database's name. */
static bool
is_conninfo(const char *given)
{
    return given != NULL && (strchr(given, '=') != NULL || strncmp(given, "postgres://", 11) == 0 ||
                             strncmp(given, "postgresql://", 13) == 0);
}

static const char *
conninfo_value(const PQconninfoOption *options, const char *keyword)
{
    for (; options != NULL && options->keyword != NULL; options++) {
        if (strcmp(options->keyword, keyword) == 0)
            return options->val == NULL ? "" : options->val;
    }
    return "";
}

bool
conninfo_on_line(const char *conninfo, Err *err)
{
    PQconninfoOption *options = is_conninfo(conninfo) ? PQconninfoParse(conninfo, NULL) : NULL;
    bool secret = conninfo_value(options, "password")[0] != '\0' || conninfo_value(options, "sslpassword")[0] != '\0';
    PQconninfoFree(options);
    return !secret || err_set(err, ERR_USAGE,
                              "a password on a command line can be read by everybody: put it into ~/.pgpass or a "
                              "service file (PGSERVICE)");
}

/* What libpq does not understand it quotes; and where a password has characters that it may not have, pieces of it stand as host or port. */
bool
conninfo_check(const char *conninfo, Err *err)
{
    if (!is_conninfo(conninfo))
        return true;
    PQconninfoOption *options = PQconninfoParse(conninfo, NULL);
    const char *port = conninfo_value(options, "port");
    bool ok = options != NULL && strchr(conninfo_value(options, "host"), '@') == NULL &&
              strspn(port, "0123456789,") == strlen(port);
    PQconninfoFree(options);
    return ok || err_set(err, ERR_DATABASE,
                         "could not connect to the database: its connection string is wrong (not shown, it may hold a "
                         "password; in a URI write %%40 for @, %%2F for /, %%3A for : in one)");
}

/* What libpq says of a bad conninfo may quote it, and there may be a password in it. */
bool
conninfo_environment(const char *conninfo, Err *err)
{
    if (conninfo == NULL || conninfo[0] == '\0')
        return true;
    if (strchr(conninfo, '=') == NULL && strstr(conninfo, "://") == NULL)
        return setenv("PGDATABASE", conninfo, 1) == 0 || err_set(err, ERR_IO, "could not set the environment: %m");
    PQconninfoOption *all = PQconninfoParse(conninfo, NULL);
    if (all == NULL)
        return err_set(err, ERR_USAGE, "the connection string of --database is none");
    bool ok = true;
    for (const PQconninfoOption *one = all; ok && one->keyword != NULL; one++) {
        if (one->val == NULL)
            continue;
        if (one->envvar == NULL)
            ok = err_set(err, ERR_USAGE, "\"%s\" of the connection string cannot be handed on", one->keyword);
        else if (setenv(one->envvar, one->val, 1) != 0)
            ok = err_set(err, ERR_IO, "could not set the environment: %m");
    }
    PQconninfoFree(all);
    return ok;
}

const char *
conninfo_unreachable(const char *conninfo)
{
    bool named = (conninfo != NULL && *conninfo != '\0') || getenv("PGHOST") != NULL || getenv("PGSERVICE") != NULL;
    return named ? "could not connect to the database"
                 : "没有指明数据库（huizong 的 --data 数据目录或 --config 设置文件，--database，HUIZONG_DATABASE）";
}
