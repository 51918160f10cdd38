#include "setup/prune.h"

#include "base/archived.h"
#include "base/log.h"

static const char LOCK_NOT_AVAILABLE[] = "55P03";

/* What the archive has under that name is what came. */
static bool
can_come_back(const char *archive, Text sha256, Arena *arena)
{
    ArchivedState state;
    Err ignored = {0};

    return archived_state(archive, sha256, arena, &state, &ignored) && state == ARCHIVED_WHOLE;
}

/* False with *err unless it is only in use. */
static bool
prune_list(Db *db, Text list, Text as_of, bool *pruned, Err *err)
{
    Err ignored = {0};

    *pruned = db_begin(db, err) && db_do(db, "setup/prune", (Text[]){list, as_of}, 2, err) && db_commit(db, err);
    if (*pruned)
        return true;
    bool in_use = text_equal(text_of(db_sqlstate(db)), text_of(LOCK_NOT_AVAILABLE));
    db_rollback(db, &ignored);
    if (in_use)
        *err = (Err){0};
    return in_use;
}

static bool
prune_row(Db *db, const DbResult *lists, size_t row, const char *archive, Text as_of, Arena *arena, PruneResult *result,
          Err *err)
{
    Text list = db_named(lists, row, "list_id");
    Text file = db_named(lists, row, "file");
    bool pruned = false;

    if (!can_come_back(archive, db_named(lists, row, "sha256"), arena)) {
        log_warn("list %" TEXT_FMT " of \"%" TEXT_FMT "\" stays: the archive has not its file as it came",
                 TEXT_ARG(list), TEXT_ARG(file));
    } else if (!prune_list(db, list, as_of, &pruned, err)) {
        return false;
    } else if (!pruned) {
        log_info("list %" TEXT_FMT " of \"%" TEXT_FMT "\" is in use", TEXT_ARG(list), TEXT_ARG(file));
    }
    *(pruned ? &result->lists : &result->kept) += 1;
    return true;
}

bool
prune_cycle(Db *db, const char *archive, Text cycle, Text as_of, Arena *arena, PruneResult *result, Err *err)
{
    DbResult *lists = db_query(db, "setup/prunable", (Text[]){cycle, as_of}, 2, err);
    bool ok = lists != NULL;

    for (size_t row = 0; ok && row < db_rows(lists); row++)
        ok = prune_row(db, lists, row, archive, as_of, arena, result, err);
    db_result_free(lists);
    return ok;
}
