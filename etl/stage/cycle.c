#include "base/prog.h"

#include <stdio.h>
#include <string.h>

#include "office/cycle_new.h"
#include "office/cycle_sheet.h"
#include "office/definitions.h"

static const char *schemas_dir;
static const char *from;
static const char *sheet;

static const ProgOption OPTIONS[] = {
    {.name = "schemas",
     .value_name = "DIR",
     .help = "where the cycles' folders are",
     .value = &schemas_dir,
     .env = "HUIZONG_SCHEMAS",
     .required = true},
    {.name = "from", .value_name = "OLD", .help = "new: the cycle to copy", .value = &from},
    {.name = "sheet", .value_name = "FILE", .help = "check: write the 周期核对表 (.xlsx) to sign", .value = &sheet},
};

static const Prog PROG = {
    .name = "huizong-cycle",
    .summary = "begin a cycle from an old one, or check one",
    .operands = "new|check NAME",
    .notes =
        "huizong-cycle new NEW --from OLD    copies OLD's files; every value is marked as assumed until confirmed\n"
        "huizong-cycle check NAME [--sheet FILE]",
    .options = OPTIONS,
    .option_count = sizeof(OPTIONS) / sizeof(OPTIONS[0]),
};

static bool
write_sheet(const Definition *definition, Arena *arena, Err *err)
{
    Messages *messages = messages_open(arena_printf(arena, "%s/messages.json", schemas_dir).ptr, err);
    bool ok =
        messages != NULL && cycle_sheet_write(sheet, definition->cycle, definition->uploads, messages, arena, err);

    messages_close(messages);
    return ok;
}

static bool
check(const char *name, Arena *arena, Err *err)
{
    const char *names[] = {name, NULL};
    Definitions all;

    if (!definitions_read(schemas_dir, names, &all, arena, err))
        return false;
    return sheet == NULL || write_sheet(&all.items[0], arena, err);
}

static bool
run(char **operands, int operand_count, Arena *arena, Err *err)
{
    if (operand_count == 2 && strcmp(operands[0], "check") == 0)
        return check(operands[1], arena, err);
    if (operand_count == 2 && strcmp(operands[0], "new") == 0 && from != NULL)
        return cycle_new(schemas_dir, from, operands[1], arena, err);
    return err_set(err, ERR_USAGE, "expected \"new NEW --from OLD\" or \"check NAME\"");
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
    else if (!done && !run(operands, operand_count, arena, &err))
        status = prog_fail(&PROG, &err);
    arena_free(arena);
    return prog_end(&PROG, status);
}
