/* huizong-report: how a cycle stands against its deadline, at any moment and without a night. */
#include "progress/report.h"
#include "base/tree.h"
#include "stage/options.h"

static const char *database, *cycle, *schemas, *as_of, *out;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    OPTION_SCHEMAS(&schemas),
    OPTION_AS_OF(&as_of),
    {.name = "out", .value_name = "DIR", .help = "where the files are written", .value = &out, .required = true},
};

static const Prog prog = {
    .name = "huizong-report",
    .summary = "write the deadline report of any moment: page, workbook, reminders",
    .operands = "",
    .notes = "Shows what the last night before that moment knew, and reckons the time at the moment itself.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands;
    (void)operand_count;
    (void)status;
    size_t reminded;
    Db *db = db_open(database, prog.name, "reader", err);
    bool ok = db != NULL && tree_make(out, 0750, err) &&
              report_write(db, schemas, cycle, as_of, TEXT_NONE, out, &reminded, arena, err);
    db_close(db);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
