/* huizong-enforce: the rules of a cycle over everything that has arrived. */
#include "office/enforce.h"
#include "base/log.h"
#include "office/arrivals.h"
#include "office/clock.h"
#include "office/difference.h"
#include "stage/options.h"

static const char *database, *cycle, *as_of, *preview, *schemas;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    OPTION_AS_OF(&as_of),
    {.name = "preview", .help = "tell what it would decide otherwise, and write nothing", .value = &preview},
    {.name = "schemas",
     .value_name = "DIR",
     .help = "messages.json, for --preview",
     .value = &schemas,
     .env = "HUIZONG_SCHEMAS"},
};

static const Prog prog = {
    .name = "huizong-enforce",
    .summary = "rule on every upload and nomination of a cycle; only what changed is written",
    .operands = "",
    .notes =
        "Exit status 1: there are findings. A clock before the cycle's last night is refused (64).\n"
        "Where lists count again whose rows were pruned, it names their arrivals on stdout (66): huizong rebuild.\n"
        "With --preview: 1 where there are differences.",
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
tell(Db *db, Text clock, Arena *arena, int *status, Err *err)
{
    uint64_t count;
    if (schemas == NULL)
        return err_set(err, ERR_USAGE, "--preview needs --schemas");
    Messages *messages = messages_open(arena_printf(arena, "%s/messages.json", schemas).ptr, err);
    if (messages == NULL)
        return false;
    bool ok = difference_preview(db, text_of(cycle), clock, messages, stdout, arena, &count, err);
    messages_close(messages);
    *status = ok && count > 0 ? 1 : 0;
    return ok;
}

static bool
rule(Db *db, Text clock, Arena *arena, int *status, Err *err)
{
    EnforceResult result;
    if (!enforce_cycle(db, text_of(cycle), clock, arena, &result, err))
        return tell_gone(result.gone);
    log_info("%" TEXT_FMT " rulings and %" TEXT_FMT " outcomes since this clock, %" TEXT_FMT " findings stand",
             TEXT_ARG(result.rulings), TEXT_ARG(result.outcomes), TEXT_ARG(result.findings));
    *status = text_equal(result.findings, TEXT("0")) ? 0 : 1;
    return true;
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
    bool ok = clock_read(db, text_of(cycle), as_of, arena, &clock, err) &&
              (preview != NULL ? tell(db, clock, arena, status, err) : rule(db, clock, arena, status, err));
    db_close(db);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
