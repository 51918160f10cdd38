#include "office/clock.h"

#include <stdlib.h>

#include "text/calendar.h"

bool
clock_read(Db *db, Text cycle, const char *option, Arena *arena, Text *as_of, Err *err)
{
    DbResult *row = db_query(db, "night/offset", &cycle, 1, err);
    if (row == NULL)
        return false;
    int64_t instant;
    bool ok = db_rows(row) == 1 || err_set(err, ERR_USAGE, "no such cycle: \"%" TEXT_FMT "\"", TEXT_ARG(cycle));
    ok = ok && calendar_option(option, (int)strtol(db_cell(row, 0, 0).ptr, NULL, 10), &instant, err);
    if (ok)
        *as_of = calendar_iso(instant, 0, arena);
    db_result_free(row);
    return ok;
}
