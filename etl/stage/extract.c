/*
 * huizong-extract FILE: raw rows on stdout, by the file's content and never by its suffix. Knows no schema and no
 * database.
 */
#include <unistd.h>

#include "cage/cage.h"
#include "office/reading.h"
#include "stage/options.h"

static const char *findings_path;
static const char *limits_path;

static const ProgOption options[] = {
    {.name = "findings",
     .value_name = "FILE",
     .help = "write what is wrong with the file here",
     .value = &findings_path},
    {.name = "limits",
     .value_name = "FILE",
     .help = "what is accepted at most, as in schemas/limits.json",
     .value = &limits_path},
};

static const Prog prog = {
    .name = "huizong-extract",
    .summary = "read an upload (CSV, XLSX, XLS, DOCX, documents) and write its raw rows",
    .operands = "FILE",
    .notes = "Exit status 1 also where the file is refused; the end mark of the stream says so.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)arena;
    (void)operand_count;
    bool with_findings = false;
    Reading *reading = reading_open(operands[0], NULL, limits_path, findings_path, err);
    if (reading == NULL)
        return false;
    RawWriter *rows = rawrow_writer_new(STDOUT_FILENO);
    bool ok = cage_enter(reading_limits(reading), err) && reading_rows(reading, rows, &with_findings, err);
    *status = with_findings ? 1 : 0;
    rawrow_writer_free(rows);
    reading_close(reading);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
