/* huizong-setup: migrations, then the cycles and registers as their files say them, in one transaction. */
#include <inttypes.h>
#include <stdio.h>

#include "db/db.h"
#include "setup/cycle_load.h"
#include "setup/definitions.h"
#include "setup/migrate.h"
#include "setup/rulechange.h"
#include "setup/upload_load.h"
#include "stage/options.h"

static const char *schemas_dir;
static const char *conninfo;
static const char **cycles, **accepted;
static const char *preview;

static const ProgOption options[] = {
    OPTION_SCHEMAS(&schemas_dir),
    OPTION_DATABASE(&conninfo),
    {.name = "cycle", .value_name = "CYCLE", .help = "load this cycle only; default: all", .many = &cycles},
    {.name = "preview", .help = "tell what other rules would change, and write nothing", .value = &preview},
    {.name = "accept-rules",
     .value_name = "DIGEST",
     .help = "take the rules of this digest, whose differences were told",
     .many = &accepted},
};

static const Prog prog = {
    .name = "huizong-setup",
    .summary = "bring the database forward and load the cycles' definitions into it",
    .operands = "",
    .notes = "All files are read and checked before the database is touched; one transaction does it all.\n"
             "Prints a line for each thing that changed, and nothing where nothing did.\n"
             "Rules that would decide otherwise in a cycle that had a night are told, difference by difference, and "
             "refused (78)\n"
             "until they are accepted; --preview exits 1 where there are differences.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

/* What one run has changed, told once it is committed. */
typedef struct Changes {
    size_t migrations;
    uint64_t messages;
    uint64_t registers;
    uint64_t *cycles;
    bool held;
    uint64_t differences;
} Changes;

static bool
load_cycle(Db *db, const Definitions *all, size_t index, Arena *arena, Changes *changes, Err *err)
{
    const Definition *one = &all->items[index];
    const RuleOrder order = {schemas_dir, accepted, all->messages, stdout};
    RuleChange change;
    uint64_t columns = 0;
    bool ok = rulechange_begin(db, &order, one->cycle, arena, &change, err) &&
              cycle_load(db, one->cycle, &changes->cycles[index], err) &&
              upload_load(db, one->uploads, &columns, err) && upload_check_lists(db, schemas_dir, one->uploads, err) &&
              rulechange_end(db, &order, columns > 0, arena, &change, err);
    changes->cycles[index] += columns;
    changes->held = changes->held || (ok && change.held);
    changes->differences += ok ? change.differences : 0;
    return ok;
}

static bool
load(Db *db, const Definitions *all, Arena *arena, Changes *changes, Err *err)
{
    if (!cycle_load_messages(db, all->messages, arena, &changes->messages, err) ||
        !upload_load(db, all->registers, &changes->registers, err))
        return false;
    for (size_t i = 0; i < all->count; i++) {
        if (!load_cycle(db, all, i, arena, changes, err))
            return false;
    }
    return true;
}

static void
tell_rows(Text name, uint64_t changed)
{
    if (changed > 0)
        printf("%" TEXT_FMT ": %" PRIu64 " rows changed\n", TEXT_ARG(name), changed);
}

static void
tell(const Definitions *all, const Changes *changes)
{
    if (changes->migrations > 0)
        printf("database: %zu migrations applied\n", changes->migrations);
    tell_rows(TEXT("messages"), changes->messages);
    tell_rows(all->registers->name, changes->registers);
    for (size_t i = 0; i < all->count; i++)
        tell_rows(all->items[i].cycle->name, changes->cycles[i]);
}

/* All or nothing: a cycle whose rules wait for a person keeps the others, and the migrations, waiting. */
static bool
end(Db *db, const Changes *changes, Err *err)
{
    if (preview != NULL)
        return db_rollback(db, err);
    if (changes->held)
        return err_set(
            err, ERR_CONFIG,
            "the rules would decide otherwise: nothing was changed; accept them (--accept-rules) or set them back");
    return db_commit(db, err);
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands;
    (void)operand_count;
    Definitions all;

    if (!definitions_read(schemas_dir, cycles, &all, arena, err))
        return false;
    Changes changes = {.cycles = arena_array(arena, all.count, sizeof(uint64_t))};
    Db *db = db_open(conninfo, prog.name, "owner", err);
    bool ok = db != NULL && db_begin(db, err) && migrate_run(db, &changes.migrations, err) &&
              load(db, &all, arena, &changes, err) && end(db, &changes, err);
    db_close(db);
    definitions_close(&all);
    if (ok && preview == NULL)
        tell(&all, &changes);
    *status = ok && preview != NULL && changes.differences > 0 ? 1 : 0;
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
