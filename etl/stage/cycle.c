/* huizong-cycle: begins a cycle from an old one, checks one, writes the sheet that its values are signed on. */
#include <stdio.h>
#include <string.h>

#include "base/refusals.h"
#include "setup/cycle_new.h"
#include "setup/cycle_sheet.h"
#include "setup/definitions.h"
#include "stage/options.h"

static const char *schemas_dir;
static const char *from;
static const char *sheet;

static const ProgOption options[] = {
    OPTION_SCHEMAS(&schemas_dir),
    {.name = "from", .value_name = "OLD", .help = "new: the cycle to copy", .value = &from},
    {.name = "sheet", .value_name = "FILE", .help = "check: write the 周期核对表 (.xlsx) to sign", .value = &sheet},
};

static const Prog prog = {
    .name = "huizong-cycle",
    .summary = "begin a cycle from an old one, or check one",
    .operands = "new|check NAME",
    .notes =
        "huizong-cycle new NEW --from OLD    copies OLD's files; every value is marked as assumed until confirmed\n"
        "huizong-cycle check NAME [--sheet FILE]    prints all that is to put right, each with file and path (78)",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

/* Every refusal is an answer, on stdout; what else went wrong stays the fault. */
static bool
tell_refusals(const char *name, Refusals *refusals, Err *err)
{
    bool listed = false;

    refusals_sort(refusals);
    for (size_t i = 0; i < refusals_count(refusals) && i < REFUSALS_MOST; i++) {
        Text message = refusals_message(refusals, i);
        printf("%" TEXT_FMT "\n", TEXT_ARG(message));
        listed = listed || text_equal(message, text_of(err->message));
    }
    if (listed)
        err_set(err, err->code, "cycle \"%s\": %zu to put right", name, refusals_count(refusals));
    return false;
}

static bool
check(const char *name, Arena *arena, Err *err)
{
    const char *names[] = {name, NULL};
    Definitions all;

    err->all = refusals_new(arena);
    if (!definitions_read(schemas_dir, names, &all, arena, err))
        return tell_refusals(name, err->all, err);
    bool ok =
        sheet == NULL || cycle_sheet_write(sheet, all.items[0].cycle, all.items[0].uploads, all.messages, arena, err);
    definitions_close(&all);
    return ok;
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)status;
    if (operand_count == 2 && strcmp(operands[0], "check") == 0)
        return check(operands[1], arena, err);
    if (operand_count == 2 && strcmp(operands[0], "new") == 0 && from != NULL)
        return cycle_new(schemas_dir, from, operands[1], arena, err);
    return err_set(err, ERR_USAGE, "expected \"new NEW --from OLD\" or \"check NAME\"");
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
