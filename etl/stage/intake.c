/* huizong-intake: an inbox into the archive and the ledger of arrivals. Parses nothing, changes nothing there. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/log.h"
#include "intake/arrival.h"
#include "stage/options.h"
#include "text/calendar.h"

enum { MICROSECONDS = 1000000, MENDED_MAX = 1024 * 1024 };

static const char *database, *cycle, *inbox_path, *registers_path, *archive_path, *as_of, *settle = "2", *changed_until;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    {.name = "inbox",
     .value_name = "DIR",
     .help = "the uploads: a folder a unit, or files at its root",
     .value = &inbox_path,
     .required = true},
    {.name = "registers",
     .value_name = "DIR",
     .help = "the office's registers (.csv, .xlsx)",
     .value = &registers_path},
    {.name = "archive",
     .value_name = "DIR",
     .help = "where contents are kept by SHA-256",
     .value = &archive_path,
     .required = true},
    OPTION_AS_OF(&as_of),
    {.name = "changed-until",
     .value_name = "TIME",
     .help = "leave what changed later to the next run",
     .value = &changed_until},
    {.name = "settle",
     .value_name = "SECONDS",
     .help = "how long a file must be unchanged to count as whole (default: 2)",
     .value = &settle},
};

static const Prog prog = {
    .name = "huizong-intake",
    .summary = "take what lies in an inbox into the archive and the ledger of arrivals",
    .operands = "",
    .notes =
        "Prints the path of each file that the archive had lost or had damaged, and has again from here.\n"
        "Exit status 1: something was named and left (symlinks, lock files, half-copied files ...); see the ledger.\n"
        "What changed after --changed-until is left to the next run; what changed after this machine's own clock is "
        "named as well.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static bool
read_settle(int64_t *seconds, Err *err)
{
    char *end;
    *seconds = strtoll(settle, &end, 10);
    if (end == settle || *end != '\0' || *seconds < 0 || *seconds > 3600)
        return err_set(err, ERR_USAGE, "not a number of seconds up to 3600: \"--settle %s\"", settle);
    return true;
}

/* In microseconds; a zone stands in what nightly gives. */
static bool
read_changed_until(int64_t *until, Err *err)
{
    *until = INT64_MAX;
    if (changed_until == NULL)
        return true;
    if (!calendar_option(changed_until, 0, until, err))
        return false;
    *until *= MICROSECONDS;
    return true;
}

/* Both folders are walked before anything is waited for: one wait, however many files are young. */
static bool
take_folders(Reception *reception, Arena *arena, int64_t seconds, Err *err)
{
    Inbox registers = {.root = -1};
    Inbox inbox;
    if (!inbox_open(inbox_path, arena, &inbox, err))
        return false;
    bool ok = registers_path == NULL || inbox_open_registers(registers_path, arena, &registers, err);
    if (ok) {
        inbox_settle(&inbox, seconds);
        inbox_settle(&registers, seconds);
        ok = arrival_take(reception, &registers, TEXT("register"), err) &&
             (registers_path == NULL || arrival_miss_registers(reception, &registers, err)) &&
             arrival_take(reception, &inbox, TEXT("inbox"), err);
    }
    inbox_close(&registers);
    inbox_close(&inbox);
    return ok;
}

/* Told also where the run fails later on. */
static bool
print_mended(const Buf *mended, Err *err)
{
    printf("%" TEXT_FMT, TEXT_ARG(buf_view(mended)));
    return (fflush(stdout) == 0 && ferror(stdout) == 0) ||
           (err->code == ERR_NONE && err_set(err, ERR_IO, "could not write: %m"));
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands;
    (void)operand_count;
    int64_t seconds;
    if (!read_settle(&seconds, err))
        return false;
    /* A read lease that somebody breaks is told by SIGIO, which would end the process. */
    signal(SIGIO, SIG_IGN);
    Db *db = db_open(database, prog.name, "loader", err);
    if (db == NULL)
        return false;
    Reception reception = {.archive = {.root = -1, .part = -1}, .mended = buf_new(MENDED_MAX)};
    bool ok = read_changed_until(&reception.changed_until, err) &&
              ledger_open(db, cycle, as_of, arena, &reception.ledger, err) &&
              archive_open(archive_path, text_of(cycle), arena, &reception.archive, err) &&
              take_folders(&reception, arena, seconds, err);
    if (ok)
        log_info("%zu new, %zu left", reception.added, reception.left);
    if (ok && reception.later > 0)
        log_warn("%zu changed after this run's clock, and are left to the next run", reception.later);
    ok = print_mended(&reception.mended, err) && ok;
    *status = reception.left > 0 ? 1 : 0;
    buf_free(&reception.mended);
    archive_close(&reception.archive);
    ledger_close(&reception.ledger);
    db_close(db);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
