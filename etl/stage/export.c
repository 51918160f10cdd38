/* huizong-export: the state of a cycle into its outbox, official tables first. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/beside.h"
#include "base/log.h"
#include "base/sibling.h"
#include "ministry/draft.h"
#include "progress/report.h"
#include "results/closing.h"
#include "results/datafiles.h"
#include "results/indicators.h"
#include "results/package.h"
#include "results/rejectfiles.h"
#include "results/summary.h"
#include "review/reviewbook.h"
#include "slip/slips.h"
#include "stage/options.h"
#include "text/calendar.h"

static const char *database, *cycle, *schemas, *outbox_dir, *archive, *as_of, *summary;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    OPTION_SCHEMAS(&schemas),
    {.name = "outbox",
     .value_name = "DIR",
     .help = "where CYCLE/AS-OF/ and CYCLE/current appear",
     .value = &outbox_dir,
     .required = true},
    {.name = "archive",
     .value_name = "DIR",
     .help = "the contents by SHA-256: the lists of corrections get marked copies",
     .value = &archive},
    OPTION_AS_OF(&as_of),
    {.name = "summary", .help = "print the closing line also when nothing needs a person", .value = &summary},
};

static const Prog prog = {
    .name = "huizong-export",
    .summary = "write a cycle's official tables, ledger and data files",
    .operands = "",
    .notes = "Prints one Chinese line on stdout when something needs a person.\n"
             "With --final (the package for the next tier) or --verify DIR (proves one) it is huizong-package, whose "
             "--help tells more.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

typedef struct Export {
    State *state;
    Outbox outbox;
} Export;

static bool
write_tables(const State *state, Db *db, const Outbox *outbox, Err *err)
{
    return summary_write(state, outbox, err) && summary_write_units(state, outbox, err) &&
           reviewbook_write(state, schemas, outbox, err) && indicators_write(state, outbox, err) &&
           datafiles_write(state, outbox, err) && package_write_run(state, outbox, err) &&
           draft_write(state, outbox, err) && rejectfiles_write(state, db, outbox, err);
}

/* What is made of the state of the whole cycle. */
static bool
write_state(void *context, Err *err)
{
    const Export *to = context;
    Db *db = db_open(database, prog.name, "exporter", err);
    bool ok = db != NULL && state_read(to->state, db, err) && draft_compare(to->state, err) &&
              write_tables(to->state, db, &to->outbox, err);
    db_close(db);
    return ok;
}

/* What asks for itself: the lists of corrections and the deadline report. */
static bool
write_others(void *context, Err *err)
{
    const Export *to = context;
    Arena *arena = to->state->arena;
    SlipSource source = {archive, extraction_program(arena, err), extraction_limits(schemas, arena)};
    Db *db = source.extract == NULL ? NULL : db_open(database, prog.name, "exporter", err);
    bool ok = db != NULL && slips_write(to->state, &source, db, &to->outbox, err) &&
              report_write(db, schemas, cycle, to->state->as_of.ptr, to->outbox.building, arena, err);
    db_close(db);
    return ok;
}

static bool
write_outbox(State *state, bool *changed, Err *err)
{
    Export export = {.state = state};
    Text folder = calendar_compact(state->as_of_instant, state->cycle->offset_minutes, state->arena);
    bool ok = outbox_begin(&export.outbox, outbox_dir, cycle, folder, state->arena, err) &&
              beside_run(write_others, write_state, &export, err) && outbox_publish(&export.outbox, changed, err);
    if (!ok)
        outbox_abandon(&export.outbox);
    return ok;
}

/* Cron mails what stands on stdout: nothing, where nobody has to do anything. */
static void
speak(const State *state, bool changed)
{
    Text line = closing_line(state);
    const char *unchanged = changed ? "" : "（与上次相同，未改动）";
    if (summary != NULL || closing_pending(state) > 0)
        printf("%" TEXT_FMT " → %s/%s/current%s\n", TEXT_ARG(line), outbox_dir, cycle, unchanged);
    else
        log_debug("%" TEXT_FMT "%s", TEXT_ARG(line), unchanged);
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands, (void)operand_count, (void)status;
    State state;
    bool changed;
    bool ok = state_define(&state, schemas, cycle, as_of, arena, err) && write_outbox(&state, &changed, err);
    if (ok)
        speak(&state, changed);
    state_close(&state);
    return ok;
}

static bool
is_packages(const char *argument)
{
    return strcmp(argument, "--final") == 0 || strncmp(argument, "--verify", sizeof "--verify" - 1) == 0;
}

int
main(int argc, char **argv)
{
    Err err = {0};
    for (int i = 1; i < argc; i++) {
        if (is_packages(argv[i])) {
            sibling_become("huizong-package", argv, &err);
            return prog_fail(&prog, &err);
        }
    }
    return prog_main(&prog, argc, argv, run);
}
