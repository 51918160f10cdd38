/* huizong-trace: the evidence behind a decision, a cell of an output, or a file that came. */
#include <stdio.h>

#include "stage/options.h"
#include "text/calendar.h"
#include "trace/ask.h"
#include "trace/package.h"

static const char *database, *cycle, *schemas, *outbox, *archive, *as_of, *unit, *enterprise, *json, *personal, *reason;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    OPTION_SCHEMAS(&schemas),
    {.name = "outbox",
     .value_name = "DIR",
     .help = "where CYCLE/current and CYCLE/AS-OF lie, for names of outputs",
     .value = &outbox,
     .env = "HUIZONG_OUTBOX"},
    {.name = "archive",
     .value_name = "DIR",
     .help = "the contents by SHA-256, to read originals once more",
     .value = &archive},
    OPTION_AS_OF(&as_of),
    {.name = "unit", .value_name = "UNIT", .help = "of nominations with this name that unit's", .value = &unit},
    {.name = "enterprise", .value_name = "NAME", .help = "and that enterprise's", .value = &enterprise},
    {.name = "json", .help = "for programs: keys and codes as they are", .value = &json},
    {.name = "with-personal", .help = "show people's data unmasked; needs --reason, is booked", .value = &personal},
    {.name = "reason", .value_name = "TEXT", .help = "why people's data are looked at", .value = &reason},
};

static const Prog prog = {
    .name = "huizong-trace",
    .summary = "tell what a decision or a cell was made from: file, sheet, cell, raw text, rules, who decided",
    .operands = "PLATFORM|FILE[!SHEET]!CELL|FILE!ROW|FILE",
    .notes = "FILE is an output (as a path, or by its name in the outbox) or a file of the inbox or the registers (by "
             "its path "
             "there,\nthe end of it, its SHA-256, or as a path to a copy). An output is traced at its own night's "
             "clock, all "
             "else at --as-of.\nCells of a final package are asked for "
             "the same way, and traced at the clock it was signed for:\n"
             "  huizong-trace … 'ministry/fujian-2023-v1/指标汇总.xlsx!指标汇总!G34'\nExit status 65: it means several "
             "things, which are listed; 66: nothing of that name.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

/* The folder of the outbox that --as-of names, else the newest. */
static const char *
outbox_folder(const State *state)
{
    Text folder = as_of == NULL ? TEXT("current")
                                : calendar_compact(state->as_of_instant, state->cycle->offset_minutes, state->arena);
    return outbox == NULL ? NULL : arena_printf(state->arena, "%s/%s/%" TEXT_FMT, outbox, cycle, TEXT_ARG(folder)).ptr;
}

/* An output's own clock is the state's. */
static bool
take_clock(State *state, Db *db, Target *target, Err *err)
{
    if (target->root == NULL)
        return true;
    Text clock = target->package ? package_clock(db, state->cycle->name, target, state->arena, err)
                                 : target_clock(target, cycle, state->arena, err);
    if (clock.len == 0 || !calendar_option(clock.ptr, state->cycle->offset_minutes, &state->as_of_instant, err))
        return false;
    state->as_of = clock;
    return true;
}

/* A file of the working directory that never came does not hide the outbox's of that name; packages lie beside the nights. */
static bool
find_output(const Trace *trace, const char *operand, Target *target, Err *err)
{
    Arena *arena = trace->state->arena;
    const char *const folders[] = {outbox_folder(trace->state), outbox};
    bool came = false;
    target_read(operand, folders[0], arena, target);
    if (target->path != NULL && target->root == NULL && !ask_came(trace, target, &came, err))
        return false;
    for (int i = 0; i < 2 && outbox != NULL && !came && target->root == NULL; i++) {
        Target other;
        target_read_below(operand, folders[i], arena, &other);
        if (other.root != NULL)
            *target = other;
    }
    return true;
}

/* Before anything is shown. */
static bool
book_view(const char *operand, Err *err)
{
    const Text values[] = {text_of(cycle), text_of(operand), text_trim(text_of(reason))};
    Db *db = db_open(database, prog.name, "loader", err);
    bool ok = db != NULL && db_do(db, "trace/viewed", values, 3, err);
    db_close(db);
    return ok;
}

static bool
print_answer(const Trace *trace, bool ambiguous, int *status, Err *err)
{
    if (!(json != NULL ? answer_json : answer_print)(trace->answer, stdout, err))
        return false;
    *status = ambiguous ? ERR_DATA : 0;
    return true;
}

static bool
trace_one(State *state, Db *db, const char *operand, int *status, Err *err)
{
    Target target;
    bool ambiguous;
    Trace trace = {state, db, schemas, archive, personal != NULL, answer_new(state, schemas, err)};
    const Question question = {operand, unit, enterprise};
    return trace.answer != NULL && find_output(&trace, operand, &target, err) && take_clock(state, db, &target, err) &&
           (target.root == NULL || state_read(state, db, err)) && ask(&trace, &question, &target, &ambiguous, err) &&
           print_answer(&trace, ambiguous, status, err);
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    if (operand_count != 1)
        return err_set(err, ERR_USAGE, "one decision, cell or file at a time");
    if (personal != NULL && text_trim(text_of(reason)).len == 0)
        return err_set(err, ERR_USAGE, "--with-personal needs --reason");
    State state;
    Db *db = NULL;
    bool ok =
        state_define(&state, schemas, cycle, as_of, arena, err) && (personal == NULL || book_view(operands[0], err)) &&
        (db = db_open(database, prog.name, "exporter", err)) != NULL && trace_one(&state, db, operands[0], status, err);
    db_close(db);
    state_close(&state);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
