/* huizong-enforce: the rules of a cycle over everything that has arrived. */
#include "office/enforce.h"
#include "base/log.h"
#include "base/prog.h"
#include "office/clock.h"

static const char *database, *cycle, *as_of;

static const ProgOption options[] = {
    {.name = "database",
     .value_name = "CONNINFO",
     .help = "the database",
     .value = &database,
     .env = "HUIZONG_DATABASE"},
    {.name = "cycle",
     .value_name = "CYCLE",
     .help = "the cycle, for instance fujian-2023",
     .value = &cycle,
     .required = true},
    {.name = "as-of", .value_name = "TIME", .help = "the run's clock (default: now)", .value = &as_of},
};

static const Prog prog = {
    .name = "huizong-enforce",
    .summary = "Rules on every upload and nomination of a cycle; writes only what changed.",
    .operands = "",
    .notes = "Exit status 1: there are findings. A clock before the cycle's last night is refused (64).",
    .options = options,
    .option_count = sizeof(options) / sizeof(*options),
};

static bool
run(Arena *arena, bool *findings, Err *err)
{
    Db *db = db_open(database, prog.name, "loader", err);
    if (db == NULL)
        return false;
    Text clock;
    EnforceResult result;
    bool ok = clock_read(db, text_of(cycle), as_of, arena, &clock, err) &&
              enforce_cycle(db, text_of(cycle), clock, arena, &result, err);
    db_close(db);
    if (!ok)
        return false;
    log_info("%" TEXT_FMT " rulings and %" TEXT_FMT " outcomes since this clock, %" TEXT_FMT " findings stand",
             TEXT_ARG(result.rulings), TEXT_ARG(result.outcomes), TEXT_ARG(result.findings));
    *findings = !text_equal(result.findings, TEXT("0"));
    return true;
}

int
main(int argc, char **argv)
{
    Err err = {0};
    bool done = false, findings = false;
    char **operands;
    int operand_count;
    Arena *arena = arena_new();
    bool ok = prog_read(&prog, argc, argv, arena, &done, &operands, &operand_count, &err);
    if (ok && !done)
        ok = run(arena, &findings, &err);
    arena_free(arena);
    return ok ? prog_end(&prog, findings ? 1 : 0) : prog_fail(&prog, &err);
}
