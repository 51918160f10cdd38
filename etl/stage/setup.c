/* huizong-setup: migrations, then the cycles and registers as their files say them, in one transaction. */
#include <inttypes.h>
#include <stdio.h>

#include "db/db.h"
#include "office/clock.h"
#include "setup/cycle_load.h"
#include "setup/definitions.h"
#include "setup/migrate.h"
#include "setup/prune.h"
#include "setup/upload_load.h"
#include "stage/options.h"

static const char *schemas_dir;
static const char *conninfo;
static const char *newest, *prune, *archive, *as_of;
static const char **cycles;

static const ProgOption options[] = {
    OPTION_SCHEMAS(&schemas_dir),
    OPTION_DATABASE(&conninfo),
    {.name = "cycle", .value_name = "CYCLE", .help = "load this cycle only; default: all", .many = &cycles},
    {.name = "prune",
     .help = "afterwards: lists that have not counted for keep_days give their rows back to the archive",
     .value = &prune},
    {.name = "archive", .value_name = "DIR", .help = "of --prune: the contents by SHA-256", .value = &archive},
    OPTION_AS_OF(&as_of),
    {.name = "newest", .help = "print the newest migration that this program has, and do nothing", .value = &newest},
};

static const Prog prog = {
    .name = "huizong-setup",
    .summary = "bring the database forward and load the cycles' definitions into it",
    .operands = "",
    .notes = "All files are read and checked before the database is touched; one transaction does it all.\n"
             "Prints a line for each thing that changed, and nothing where nothing did.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

/* What one run has changed, told once it is committed. */
typedef struct Changes {
    size_t migrations;
    uint64_t messages;
    uint64_t registers;
    uint64_t *cycles;
} Changes;

static bool
load(Db *db, const Definitions *all, Arena *arena, Changes *changes, Err *err)
{
    if (!cycle_load_messages(db, all->messages, arena, &changes->messages, err) ||
        !upload_load(db, all->registers, &changes->registers, err))
        return false;
    for (size_t i = 0; i < all->count; i++) {
        if (!cycle_load(db, all->items[i].cycle, &changes->cycles[i], err) ||
            !upload_load(db, all->items[i].uploads, &changes->cycles[i], err) ||
            !upload_check_lists(db, schemas_dir, all->items[i].uploads, err))
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

static bool
prune_cycles(Db *db, const Definitions *all, Arena *arena, Err *err)
{
    PruneResult result = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < all->count; i++) {
        Text clock;
        Text cycle = all->items[i].cycle->name;
        ok = clock_read(db, cycle, as_of, arena, &clock, err) &&
             prune_cycle(db, archive, cycle, clock, arena, &result, err);
    }
    if (result.lists + result.kept > 0)
        printf("lists: %" PRIu64 " pruned, %" PRIu64 " kept for now\n", result.lists, result.kept);
    return ok;
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands;
    (void)operand_count;
    (void)status;
    Definitions all;

    if (newest != NULL) {
        printf("%" TEXT_FMT "\n", TEXT_ARG(migrate_newest()));
        return true;
    }
    if ((prune != NULL) != (archive != NULL))
        return err_set(err, ERR_USAGE, "--prune and --archive go together");
    if (!definitions_read(schemas_dir, cycles, &all, arena, err))
        return false;
    Changes changes = {.cycles = arena_array(arena, all.count, sizeof(uint64_t))};
    Db *db = db_open(conninfo, prog.name, "owner", err);
    bool ok = db != NULL && db_begin(db, err) && migrate_run(db, &changes.migrations, err) &&
              load(db, &all, arena, &changes, err) && db_commit(db, err);
    if (ok)
        tell(&all, &changes);
    ok = ok && (prune == NULL || prune_cycles(db, &all, arena, err));
    db_close(db);
    definitions_close(&all);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
