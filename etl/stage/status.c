/* huizong-status: how a unit stands, or all of them, in a second and without a night. */
#include <stdio.h>

#include "progress/nearest.h"
#include "progress/status.h"
#include "stage/options.h"

static const char *database, *cycle, *schemas, *as_of;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    {.name = "cycle",
     .value_name = "CYCLE",
     .help = "the cycle (default: that of the latest night)",
     .value = &cycle,
     .env = "HUIZONG_CYCLE"},
    OPTION_SCHEMAS(&schemas),
    OPTION_AS_OF(&as_of),
};

static const Prog prog = {
    .name = "huizong-status",
    .summary = "print how a unit stands: what arrived, what blocks it, seats, paper, time left",
    .operands = "[UNIT]",
    .notes = "UNIT is written in any way that the cycle knows; without it, a line for each unit.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

/* The one that was asked for, else the latest: the output names it. */
static bool
choose_cycle(Db *db, Arena *arena, const char **name, Err *err)
{
    *name = cycle;
    if (cycle != NULL && *cycle != '\0')
        return true;
    DbResult *latest = db_query(db, "progress/latest_cycle", NULL, 0, err);
    if (latest == NULL)
        return false;
    bool found = db_rows(latest) == 1;
    *name = found ? arena_string(arena, db_named(latest, 0, "cycle")) : NULL;
    db_result_free(latest);
    return found || err_set(err, ERR_USAGE, "no cycle had a night yet: give --cycle");
}

static bool
print_unit(Progress *progress, Db *db, const char *written, Err *err)
{
    Text code, nearest;
    if (!progress_read(progress, db, 1u << PROGRESS_UNITS | 1u << PROGRESS_BLOCKS, TEXT_NONE, err) ||
        !nearest_unit(progress, db, text_of(written), &code, &nearest, err))
        return false;
    if (code.len > 0)
        return status_unit(progress, db, code, stdout, err);
    const Text parts[] = {text_of(written), nearest};
    Text unknown = progress_say(progress, "status_unknown", parts, 2);
    return err_set(err, ERR_USAGE, "%" TEXT_FMT, TEXT_ARG(unknown));
}

static bool
print_all(Progress *progress, Db *db, Err *err)
{
    if (!progress_read(progress, db, 1u << PROGRESS_UNITS | 1u << PROGRESS_ELSEWHERE, TEXT_NONE, err))
        return false;
    status_all(progress, stdout);
    return true;
}

static bool
print_status(Db *db, const char *written, Arena *arena, Err *err)
{
    Progress progress;
    const char *name;
    if (!choose_cycle(db, arena, &name, err))
        return false;
    bool ok = progress_define(&progress, schemas, name, as_of, arena, err) &&
              (written != NULL ? print_unit(&progress, db, written, err) : print_all(&progress, db, err));
    progress_close(&progress);
    return ok;
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)status;
    if (operand_count > 1)
        return err_set(err, ERR_USAGE, "one unit at a time");
    Db *db = db_open(database, prog.name, "reader", err);
    bool ok = db != NULL && print_status(db, operand_count > 0 ? operands[0] : NULL, arena, err);
    db_close(db);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
