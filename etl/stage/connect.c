/* huizong-connect: starts a program of PostgreSQL's on the database, with nothing of the connection string on its command line. */
#include <stdlib.h>
#include <unistd.h>

#include "stage/options.h"

static const char *database;

static const ProgOption options[] = {OPTION_DATABASE(&database)};

static const Prog prog = {
    .name = "huizong-connect",
    .summary = "start psql, pg_dump or pg_restore on the database, its password on no command line",
    .operands = "-- PROGRAM ARGUMENT...",
    .notes = "Hands the connection string on as PGHOST, PGUSER, PGPASSWORD … and becomes the program:\n"
             "  huizong connect -- psql",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)status;
    if (operand_count == 0)
        return err_set(err, ERR_USAGE, "no program to start");
    if (!conninfo_environment(database, err))
        return false;
    unsetenv("HUIZONG_DATABASE");
    char **arguments = arena_array(arena, (size_t)operand_count + 1, sizeof *arguments);
    for (int i = 0; i < operand_count; i++)
        arguments[i] = operands[i];
    execvp(arguments[0], arguments);
    return err_set(err, ERR_CONFIG, "could not start \"%s\": %m", arguments[0]);
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
