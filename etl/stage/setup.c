#include "base/prog.h"

#include <inttypes.h>
#include <stdio.h>

#include "db/db.h"
#include "office/cycle_load.h"
#include "office/definitions.h"
#include "office/migrate.h"

static const char *schemas_dir;
static const char *conninfo;
static const char **cycles;

static const ProgOption OPTIONS[] = {
    {.name = "schemas",
     .value_name = "DIR",
     .help = "where the cycles' folders are",
     .value = &schemas_dir,
     .env = "HUIZONG_SCHEMAS",
     .required = true},
    {.name = "database",
     .value_name = "CONNINFO",
     .help = "the database, as libpq understands it",
     .value = &conninfo,
     .env = "HUIZONG_DATABASE"},
    {.name = "cycle", .value_name = "CYCLE", .help = "load this cycle only; default: all", .many = &cycles},
};

static const Prog PROG = {
    .name = "huizong-setup",
    .summary = "bring the database forward and load the cycles' definitions into it",
    .operands = "",
    .notes = "All files are read and checked before the database is touched; one transaction does it all.\n"
             "Prints a line for each thing that changed, and nothing where nothing did.",
    .options = OPTIONS,
    .option_count = sizeof(OPTIONS) / sizeof(OPTIONS[0]),
};

/* What one run has changed, told once it is committed. */
typedef struct Changes {
    size_t migrations;
    uint64_t registers;
    uint64_t *cycles;
} Changes;

static bool
load(Db *db, const Definitions *all, Changes *changes, Err *err)
{
    if (!cycle_load_fields(db, all->registers, &changes->registers, err))
        return false;
    for (size_t i = 0; i < all->count; i++) {
        if (!cycle_load(db, all->items[i].cycle, &changes->cycles[i], err) ||
            !cycle_load_fields(db, all->items[i].uploads, &changes->cycles[i], err))
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
    tell_rows(all->registers->name, changes->registers);
    for (size_t i = 0; i < all->count; i++)
        tell_rows(all->items[i].cycle->name, changes->cycles[i]);
}

static bool
run(Arena *arena, Err *err)
{
    Definitions all;

    if (!definitions_read(schemas_dir, cycles, &all, arena, err))
        return false;
    Changes changes = {.cycles = arena_array(arena, all.count, sizeof(uint64_t))};
    Db *db = db_open(conninfo, PROG.name, "owner", err);
    bool ok = db != NULL && db_begin(db, err) && migrate_run(db, &changes.migrations, err) &&
              load(db, &all, &changes, err) && db_commit(db, err);
    db_close(db);
    if (ok)
        tell(&all, &changes);
    return ok;
}

int
main(int argc, char **argv)
{
    Arena *arena = arena_new();
    Err err = {0};
    bool done = false;
    char **operands;
    int operand_count;
    int status = 0;

    if (!prog_read(&PROG, argc, argv, arena, &done, &operands, &operand_count, &err))
        status = prog_fail(&PROG, &err);
    else if (!done && !run(arena, &err))
        status = prog_fail(&PROG, &err);
    arena_free(arena);
    return prog_end(&PROG, status);
}
