/* huizong-setup: migrations, then the cycles and registers as their files say them, in one transaction. */
#include <inttypes.h>
#include <stdio.h>

#include "db/db.h"
#include "office/clock.h"
#include "setup/definitions.h"
#include "setup/loading.h"
#include "setup/migrate.h"
#include "setup/prune.h"
#include "stage/options.h"

static const char *schemas_dir;
static const char *conninfo;
static const char *newest, *prune, *archive, *as_of, *preview;
static const char **cycles, **accepted;

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
    .notes =
        "All files are read and checked before the database is touched; one transaction does it all.\n"
        "Prints a line for each thing that changed, and nothing where nothing did.\n"
        "Rules that would decide otherwise in a cycle that had a night are told, difference by difference, and "
        "refused (78)\n"
        "until they are accepted; --preview exits 1 where there are differences. Definitions that somebody altered in "
        "the database\nare put right, told, and the exit status is 1.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static void
tell_rows(Text name, uint64_t changed)
{
    if (changed > 0)
        printf("%" TEXT_FMT ": %" PRIu64 " rows changed\n", TEXT_ARG(name), changed);
}

static void
tell(const Definitions *all, size_t migrations, const Loading *loading)
{
    if (migrations > 0)
        printf("database: %zu migrations applied\n", migrations);
    tell_rows(TEXT("messages"), loading->messages);
    tell_rows(all->registers->name, loading->registers);
    for (size_t i = 0; i < all->count; i++)
        tell_rows(all->items[i].cycle->name, loading->cycles[i]);
}

/* All or nothing: a cycle whose rules wait for a person keeps the others, and the migrations, waiting. */
static bool
end(Db *db, const Loading *loading, Err *err)
{
    if (preview != NULL)
        return db_rollback(db, err);
    if (loading->held)
        return err_set(
            err, ERR_CONFIG,
            "the rules would decide otherwise: nothing was changed; accept them (--accept-rules) or set them back");
    return db_commit(db, err);
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
    Definitions all;

    if (newest != NULL) {
        printf("%" TEXT_FMT "\n", TEXT_ARG(migrate_newest()));
        return true;
    }
    if ((prune != NULL) != (archive != NULL))
        return err_set(err, ERR_USAGE, "--prune and --archive go together");
    if (!definitions_read(schemas_dir, cycles, &all, arena, err))
        return false;
    Loading loading;
    size_t migrations = 0;
    const LoadingOrder order = {schemas_dir, accepted, stdout};
    Db *db = db_open(conninfo, prog.name, "owner", err);
    bool ok = db != NULL && db_begin(db, err) && migrate_run(db, &migrations, err) &&
              loading_run(db, &order, &all, arena, &loading, err) && end(db, &loading, err);
    if (ok && preview == NULL)
        tell(&all, migrations, &loading);
    ok = ok && (prune == NULL || prune_cycles(db, &all, arena, err));
    db_close(db);
    definitions_close(&all);
    *status = ok && ((preview != NULL && loading.differences > 0) || loading.altered) ? 1 : 0;
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
