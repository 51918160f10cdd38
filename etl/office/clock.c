#include "office/clock.h"

#include <stdlib.h>

#include "text/calendar.h"

enum { AHEAD_MAX = 60 };

static bool
read_instant(Db *db, Text cycle, const char *option, int64_t *instant, Err *err)
{
    DbResult *row = db_query(db, "night/offset", &cycle, 1, err);
    if (row == NULL)
        return false;
    bool ok = db_rows(row) == 1 || err_set(err, ERR_USAGE, "no such cycle: \"%" TEXT_FMT "\"", TEXT_ARG(cycle));
    ok = ok && calendar_option(option, (int)strtol(db_cell(row, 0, 0).ptr, NULL, 10), instant, err);
    db_result_free(row);
    return ok;
}

bool
clock_read(Db *db, Text cycle, const char *option, Arena *arena, Text *as_of, Err *err)
{
    int64_t instant;
    if (!read_instant(db, cycle, option, &instant, err))
        return false;
    *as_of = calendar_iso(instant, 0, arena);
    return true;
}

bool
clock_read_past(Db *db, Text cycle, const char *option, Arena *arena, Text *as_of, Err *err)
{
    int64_t instant, now;
    if (!read_instant(db, cycle, option, &instant, err) || !calendar_option(NULL, 0, &now, err))
        return false;
    *as_of = calendar_iso(instant, 0, arena);
    return instant <= now + AHEAD_MAX ||
           err_set(err, ERR_USAGE, "--as-of %s is later than the clock of this machine", option);
}
