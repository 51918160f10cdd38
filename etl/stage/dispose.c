/* huizong-dispose: people's data of a cycle, once their retention date is over. */
#include "disposal/disposal.h"
#include "office/clock.h"
#include "stage/options.h"

static const char *database, *cycle, *schemas, *outbox, *archive, *as_of, *doc_no, *signed_by, *dry_run;

static const ProgOption options[] = {
    {.name = "by", .value_name = "NAME", .help = "who orders it", .value = &signed_by},
    {.name = "doc-no", .value_name = "NO", .help = "the document by which it is ordered", .value = &doc_no},
    {.name = "dry-run", .help = "instead: list what would go, and change nothing", .value = &dry_run},
    OPTION_CYCLE(&cycle),
    {.name = "archive", .value_name = "DIR", .help = "the contents by SHA-256", .value = &archive, .required = true},
    {.name = "outbox",
     .value_name = "DIR",
     .help = "its results go; OUTBOX/disposed/CYCLE-N gets the record",
     .value = &outbox,
     .env = "HUIZONG_OUTBOX",
     .required = true},
    OPTION_DATABASE(&database),
    OPTION_SCHEMAS(&schemas),
    OPTION_AS_OF(&as_of),
};

static const Prog prog = {
    .name = "huizong-dispose",
    .summary = "take people's data of a cycle out of database, archive and outbox, and write the record",
    .operands = "",
    .notes = "Refused (65) until the cycle's retain_until is over, and for a clock that is still to come (64), but for "
             "--dry-run.\nWhat stays provable: names of files, SHA-256, counts, findings' codes.\n"
             "Where a person stood stands a mark, and nights and reports go on. A killed run is finished by the next.\n"
             "Files that nobody has booked, of runs that were killed, go as well. A server of your own keeps old parts "
             "of its log: the\nrecord says so.\n"
             "Backups made before hold copies until they are removed: huizong backup --keep.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands, (void)operand_count, (void)status;
    DisposalOrder order = {.archive = archive,
                           .outbox = outbox,
                           .cycle = text_of(cycle),
                           .doc_no = text_trim(text_of(doc_no)),
                           .signed_by = text_trim(text_of(signed_by)),
                           .dry_run = dry_run != NULL};
    Words words;
    if (!order.dry_run && (order.doc_no.len == 0 || order.signed_by.len == 0))
        return err_set(err, ERR_USAGE, "--by and --doc-no are needed: who orders it, and by which document");
    if (!words_read(schemas, arena, &words, err))
        return false;
    Db *db = db_open(database, prog.name, "owner", err);
    bool ok = db != NULL &&
              (order.dry_run ? clock_read : clock_read_past)(db, order.cycle, as_of, arena, &order.as_of, err) &&
              disposal_run(&order, db, &words, arena, stdout, stderr, err);
    db_close(db);
    json_close(words.doc);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
