#include "disposal/wipe.h"

static bool
ask(Db *db, const char *query, bool *yes, Err *err)
{
    DbResult *row = db_query(db, query, NULL, 0, err);

    if (row == NULL)
        return false;
    *yes = text_equal(db_cell(row, 0, 0), TEXT("t"));
    db_result_free(row);
    return true;
}

static bool
as_owner(Db *db, Err *err)
{
    Text owner = TEXT("owner");

    return db_do(db, "session/role", &owner, 1, err);
}

bool
wipe_onlookers(Db *db, Arena *arena, Text *who, Err *err)
{
    *who = TEXT_NONE;
    DbResult *rows = db_script(db, "dispose/as_login", err) ? db_query(db, "dispose/onlookers", NULL, 0, err) : NULL;
    if (rows == NULL)
        return false;
    for (size_t i = 0; i < db_rows(rows); i++) {
        Text before = i > 0 ? arena_join(arena, *who, TEXT("；"), TEXT("")) : TEXT("");
        *who = arena_join(arena, before, db_cell(rows, i, 0), TEXT(""));
    }
    db_result_free(rows);
    return as_owner(db, err);
}

static bool
wipe_tables(Db *db, Err *err)
{
    return db_script(db, "dispose/vacuum_figures", err) && db_script(db, "dispose/vacuum_findings", err) &&
           db_script(db, "dispose/vacuum_lists", err);
}

/* Of the segments the checkpoint deletes all that are full, and the switch has filled the last one. */
static bool
wipe_log(Db *db, bool *whole, Err *err)
{
    bool ours;

    *whole = false;
    if (!ask(db, "dispose/wal_is_ours", &ours, err))
        return false;
    return !ours || (db_script(db, "dispose/wal_switch", err) && db_script(db, "dispose/checkpoint", err) &&
                     ask(db, "dispose/wal_is_new", whole, err));
}

bool
wipe_disk(Db *db, bool *whole, Err *err)
{
    return wipe_tables(db, err) && db_script(db, "dispose/as_login", err) &&
           db_script(db, "dispose/vacuum_statistics", err) && wipe_log(db, whole, err) && as_owner(db, err);
}
