/* huizong-enforce: the rules of a cycle over everything that has arrived. */
#include "office/enforce.h"
#include "base/log.h"
#include "office/arrivals.h"
#include "office/clock.h"
#include "stage/options.h"

static const char *database, *cycle, *as_of;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    OPTION_AS_OF(&as_of),
};

static const Prog prog = {
    .name = "huizong-enforce",
    .summary = "rule on every upload and nomination of a cycle; only what changed is written",
    .operands = "",
    .notes = "Exit status 1: there are findings. A clock before the cycle's last night is refused (64).\n"
             "Where lists count again whose rows were pruned, it names their arrivals on stdout (66): huizong rebuild.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

/* Whose rows must come back first; false, the fault stays what it is. */
static bool
tell_gone(Text lines)
{
    Err ignored = {0};
    if (lines.len > 0)
        arrivals_print(lines, &ignored);
    return false;
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands;
    (void)operand_count;
    Db *db = db_open(database, prog.name, "loader", err);
    if (db == NULL)
        return false;
    Text clock;
    EnforceResult result = {0};
    bool ok = clock_read(db, text_of(cycle), as_of, arena, &clock, err) &&
              enforce_cycle(db, text_of(cycle), clock, arena, &result, err);
    db_close(db);
    if (!ok)
        return tell_gone(result.gone);
    log_info("%" TEXT_FMT " rulings and %" TEXT_FMT " outcomes since this clock, %" TEXT_FMT " findings stand",
             TEXT_ARG(result.rulings), TEXT_ARG(result.outcomes), TEXT_ARG(result.findings));
    *status = text_equal(result.findings, TEXT("0")) ? 0 : 1;
    return true;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
