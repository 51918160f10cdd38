/* huizong-package: the final package for the next tier, and the proof that one is complete and unaltered. */
#include <stdio.h>

#include "audit/told.h"
#include "ministry/final.h"
#include "ministry/told.h"
#include "stage/options.h"

static const char *database, *cycle, *schemas, *outbox_dir, *archive_dir, *as_of;
static const char *final, *verify, *doc_no, *signed_by, *reason, *lists, *personal, *heads_file;

static const ProgOption options[] = {
    {.name = "final",
     .help = "write OUTBOX/ministry/CYCLE-vN of the cycle's last night, once and for good",
     .value = &final},
    {.name = "doc-no", .value_name = "NO", .help = "the office's document number", .value = &doc_no},
    {.name = "by", .value_name = "NAME", .help = "who signs for it", .value = &signed_by},
    {.name = "reason",
     .value_name = "TEXT",
     .help = "why there is another version, or why people's data go",
     .value = &reason},
    {.name = "with-lists", .help = "the attached lists as well, people masked", .value = &lists},
    {.name = "with-personal", .help = "people in the lists unmasked; needs --reason", .value = &personal},
    {.name = "verify",
     .value_name = "DIR",
     .help = "instead: prove the package in DIR; needs no database",
     .value = &verify},
    {.name = "outbox",
     .value_name = "DIR",
     .help = "where ministry/CYCLE-vN appears",
     .value = &outbox_dir,
     .env = "HUIZONG_OUTBOX"},
    {.name = "archive", .value_name = "DIR", .help = "where its bytes are kept by SHA-256", .value = &archive_dir},
    {.name = "heads",
     .value_name = "FILE",
     .help = "the heads of the audit that were written down: DATA/audit/CYCLE.heads",
     .value = &heads_file},
    OPTION_DATABASE(&database),
    {.name = "cycle", .value_name = "CYCLE", .help = "the cycle, for instance fujian-2023", .value = &cycle},
    OPTION_SCHEMAS(&schemas),
    {.name = "as-of", .value_name = "TIME", .help = "refuse unless the last night's clock is this", .value = &as_of},
};

static const Prog prog = {
    .name = "huizong-package",
    .summary = "write the final package for the next tier, or verify one",
    .operands = "",
    .notes =
        "The state is the last night's, whose moment is told; what no run has taken yet is not in it. While "
        "anything\n"
        "is open, what came since waits, or the database has not what was booked (huizong audit --verify), --final\n"
        "writes nothing, says on stderr what and what to do, and exits 65. A state that has its package changes\n"
        "nothing (0); another needs --reason (64) and becomes the next version, with the differences. --verify\n"
        "names each deviation on stdout and exits 65, or 0 where there is none.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static bool
check_line(Err *err)
{
    if ((final == NULL) == (verify == NULL))
        return err_set(err, ERR_USAGE, "either --final or --verify is needed");
    if (verify != NULL)
        return true;
    const struct {
        const char *value, *name, *meant;
    } needed[] = {{cycle, "cycle", "周期"},
                  {outbox_dir, "outbox", "发件目录"},
                  {archive_dir, "archive", "数据目录/archive"},
                  {doc_no, "doc-no", "文号"},
                  {signed_by, "by", "签发人"}};
    for (size_t i = 0; i < OPTION_COUNT(needed); i++)
        if (text_trim(text_of(needed[i].value)).len == 0)
            return err_set(err, ERR_USAGE, "--final needs --%s：正式上报要写明 --%s %s", needed[i].name, needed[i].name,
                           needed[i].meant);
    if (personal != NULL && (lists == NULL || text_trim(text_of(reason)).len == 0))
        return err_set(err, ERR_USAGE, "--with-personal needs --with-lists and --reason");
    return true;
}

/* Of the last night and no other: what came or was registered after it is not ruled yet. */
static bool
read_last_night(State *state, Db *db, Arena *arena, Err *err)
{
    const Text parameters[] = {text_of(cycle), TEXT("infinity")};
    DbResult *night = db_query(db, "night/last", parameters, 2, err);
    if (night == NULL)
        return false;
    Text last = db_rows(night) == 1 ? arena_text(arena, db_named(night, 0, "last")) : TEXT_NONE;
    db_result_free(night);
    if (last.len == 0)
        return err_set(err, ERR_NO_INPUT, "no night of cycle \"%s\"", cycle);
    if (!state_define(state, schemas, cycle, as_of != NULL ? as_of : last.ptr, arena, err))
        return false;
    if (!text_equal(state->as_of, last))
        return err_set(err, ERR_USAGE, "the last night of cycle \"%s\" was %" TEXT_FMT ": run one, or leave --as-of",
                       cycle, TEXT_ARG(last));
    return state_read(state, db, err);
}

/* Nothing is signed of a database that has not what was booked. */
static bool
prove_audit(const State *state, Db *db, Err *err)
{
    const AuditQuestion question = {cycle, heads_file, schemas, true};
    bool whole;
    Text told;
    if (!audit_tell(&question, db, state->arena, &whole, &told, err))
        return false;
    if (!whole) {
        fprintf(stderr, "%" TEXT_FMT "\n", TEXT_ARG(told));
        told_moment(state, stderr);
    }
    return whole || err_set(err, ERR_DATA, "the audit of cycle \"%s\" is not whole: no package was written", cycle);
}

static bool
make_final(Arena *arena, Err *err)
{
    const FinalOrder order = {outbox_dir,
                              archive_dir,
                              database,
                              text_trim(text_of(doc_no)),
                              text_trim(text_of(signed_by)),
                              text_trim(text_of(reason)),
                              lists != NULL,
                              personal != NULL};
    State state = {.arena = arena};
    FinalResult result;
    Db *db = db_open(database, prog.name, "exporter", err);
    bool ok = db != NULL && read_last_night(&state, db, arena, err) && prove_audit(&state, db, err) &&
              final_make(&order, &state, db, &result, err) && told_final(&state, &result, stdout, stderr, err);
    db_close(db);
    state_close(&state);
    return ok;
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands, (void)operand_count, (void)status;
    if (!check_line(err))
        return false;
    return verify != NULL ? told_verify(schemas, verify, arena, stdout, err) : make_final(arena, err);
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
