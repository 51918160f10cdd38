/* huizong-audit: the chain of what was decided, registered and exported: told, proved, and its head written down. */
#include <inttypes.h>
#include <stdio.h>

#include "audit/told.h"
#include "base/log.h"
#include "stage/options.h"

static const char *database, *cycle, *schemas, *verify, *without_lists, *silent, *heads_file, *book, *book_lists;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    OPTION_SCHEMAS(&schemas),
    {.name = "verify", .help = "prove the chain; the first line that is wrong is told", .value = &verify},
    {.name = "without-lists",
     .help = "of --verify: all but the single rows of lists, each of which is looked at",
     .value = &without_lists},
    {.name = "silent", .help = "of --verify: say nothing where all is whole", .value = &silent},
    {.name = "book",
     .value_name = "DIR",
     .help = "book an outbox (OUTBOX/CYCLE/current), and write the head down",
     .value = &book},
    {.name = "book-lists",
     .help =
         "book the rows of lists that came since, and write the head down; 65 where others stand there than were read",
     .value = &book_lists},
    {.name = "heads",
     .value_name = "FILE",
     .help = "the heads that were written down: DATA/audit/CYCLE.heads",
     .value = &heads_file},
};

static const Prog prog = {
    .name = "huizong-audit",
    .summary = "tell, or prove, the chain of a cycle's decisions, registers, rules and exports",
    .operands = "",
    .notes = "Prints a line each: sequence, time, login, kind, SHA-256, fact. --verify prints whether it is whole, or "
             "what is wrong\n"
             "and exits 65; with --heads it also finds what was cut off its end. Keep a copy of that file elsewhere.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

static bool
print_line(void *context, const AuditLine *line, Err *err)
{
    (void)context, (void)err;
    const Text parts[] = {line->booked_at, line->booked_by, line->kind, line->sha256, line->fact};
    printf("%" PRIu64, line->sequence);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        printf("\t%" TEXT_FMT, TEXT_ARG(parts[i]));
    putchar('\n');
    return true;
}

static bool
prove(Db *db, Arena *arena, Err *err)
{
    const AuditQuestion question = {cycle, heads_file, schemas, without_lists == NULL};
    bool whole;
    Text told;
    if (!audit_tell(&question, db, arena, &whole, &told, err))
        return false;
    if (silent == NULL || !whole)
        printf("%" TEXT_FMT "\n", TEXT_ARG(told));
    return whole || err_set(err, ERR_DATA, "the audit of cycle \"%s\" is not whole", cycle);
}

/* `what` was booked: the chain's end is written down. */
static bool
write_head(Db *db, const char *what, Arena *arena, Err *err)
{
    AuditHead head;
    if (!chain_head(db, text_of(cycle), &head, err) ||
        (heads_file != NULL && head.sequence > 0 && !heads_add(heads_file, &head, arena, err)))
        return false;
    log_info("%s; %" PRIu64 " lines, head %s", what, head.sequence, head.sha256);
    return true;
}

static bool
book_outbox(Db *db, Arena *arena, Err *err)
{
    bool booked;
    if (!chain_book_outbox(db, text_of(cycle), book, arena, &booked, err))
        return false;
    Text what = arena_printf(arena, "outbox \"%s\": %s", book, booked ? "booked" : "booked already");
    return write_head(db, what.ptr, arena, err);
}

/* What was altered before it could be booked is told as the proof tells it. */
static bool
prove_lists(Arena *arena, Err *err)
{
    Db *db = db_open(database, prog.name, "exporter", err);
    bool ok = db != NULL && prove(db, arena, err);
    db_close(db);
    return ok && err_set(err, ERR_DATA, "lists of cycle \"%s\" were altered before they were booked", cycle);
}

static bool
book_rows(Db *db, Arena *arena, Err *err)
{
    uint64_t booked, altered;
    return chain_book_lists(db, text_of(cycle), &booked, &altered, err) &&
           write_head(db, arena_printf(arena, "lists: %" PRIu64 " booked", booked).ptr, arena, err) &&
           (altered == 0 || prove_lists(arena, err));
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands, (void)operand_count, (void)status;
    if ((verify != NULL) + (book != NULL) + (book_lists != NULL) > 1)
        return err_set(err, ERR_USAGE, "either --verify or --book or --book-lists");
    if ((without_lists != NULL || silent != NULL) && verify == NULL)
        return err_set(err, ERR_USAGE, "--without-lists and --silent are of --verify");
    Db *db = db_open(database, prog.name, book != NULL || book_lists != NULL ? "loader" : "exporter", err);
    if (db == NULL)
        return false;
    bool ok = book != NULL         ? book_outbox(db, arena, err)
              : book_lists != NULL ? book_rows(db, arena, err)
              : verify != NULL     ? prove(db, arena, err)
                                   : chain_walk(db, text_of(cycle), print_line, NULL, err);
    db_close(db);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
