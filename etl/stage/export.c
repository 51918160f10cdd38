/* huizong-export: the state of a cycle into its outbox, official tables first. */
#include <stdio.h>

#include "base/log.h"
#include "results/closing.h"
#include "results/datafiles.h"
#include "results/indicators.h"
#include "results/package.h"
#include "results/rejectfiles.h"
#include "results/summary.h"
#include "review/reviewbook.h"
#include "stage/options.h"
#include "text/calendar.h"

static const char *database, *cycle, *schemas, *outbox_dir, *as_of, *summary;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    OPTION_SCHEMAS(&schemas),
    {.name = "outbox",
     .value_name = "DIR",
     .help = "where CYCLE/AS-OF/ and CYCLE/current appear",
     .value = &outbox_dir,
     .required = true},
    OPTION_AS_OF(&as_of),
    {.name = "summary", .help = "print the closing line also when nothing needs a person", .value = &summary},
};

static const Prog prog = {
    .name = "huizong-export",
    .summary = "write a cycle's official tables, ledger and data files",
    .operands = "",
    .notes = "Prints one Chinese line on stdout when something needs a person.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static bool
write_outbox(const State *state, Db *db, bool *changed, Err *err)
{
    Outbox outbox;
    Text folder = calendar_compact(state->as_of_instant, state->cycle->offset_minutes, state->arena);
    bool ok = outbox_begin(&outbox, outbox_dir, cycle, folder, state->arena, err) &&
              summary_write(state, &outbox, err) && summary_write_units(state, &outbox, err) &&
              reviewbook_write(state, schemas, &outbox, err) && indicators_write(state, &outbox, err) &&
              rejectfiles_write(state, db, &outbox, err) && datafiles_write(state, &outbox, err) &&
              package_write_run(state, &outbox, err) && outbox_publish(&outbox, changed, err);
    if (!ok)
        outbox_abandon(&outbox);
    return ok;
}

static bool
export_state(State *state, bool *changed, Arena *arena, Err *err)
{
    if (!state_define(state, schemas, cycle, as_of, arena, err))
        return false;
    Db *db = db_open(database, prog.name, "exporter", err);
    bool ok = db != NULL && state_read(state, db, err) && write_outbox(state, db, changed, err);
    db_close(db);
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
    (void)operands;
    (void)operand_count;
    (void)status;
    State state;
    bool changed;
    bool ok = export_state(&state, &changed, arena, err);
    if (ok)
        speak(&state, changed);
    state_close(&state);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
