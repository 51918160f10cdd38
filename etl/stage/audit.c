/* huizong-audit: the chain of what was decided, registered and exported: told, proved, and its head written down. */
#include <inttypes.h>
#include <stdio.h>

#include "audit/proof.h"
#include "base/log.h"
#include "rows/messages.h"
#include "stage/options.h"

static const char *database, *cycle, *schemas, *verify, *heads_file, *book;

static const ProgOption options[] = {
    OPTION_DATABASE(&database),
    OPTION_CYCLE(&cycle),
    OPTION_SCHEMAS(&schemas),
    {.name = "verify", .help = "prove the chain; the first line that is wrong is told", .value = &verify},
    {.name = "book",
     .value_name = "DIR",
     .help = "book an outbox (OUTBOX/CYCLE/current), and write the head down",
     .value = &book},
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

static void
say(const AuditProof *proof, const Messages *messages, Arena *arena)
{
    MessageValues values = {.row = arena_printf(arena, "%" PRIu64, proof->sequence),
                            .raw = proof->fact,
                            .expected = proof->expected,
                            .read_as = proof->found};
    if (proof->fault == NULL) {
        values.read_as = arena_printf(arena, "%" PRIu64, proof->head.sequence);
        values.raw = text_of(proof->head.sha256);
    }
    const char *code = proof->fault == NULL ? "audit_sound" : proof->fault;
    printf("%" TEXT_FMT "\n", TEXT_ARG(messages_render(messages, text_of(code), &values, arena)));
}

static bool
prove(Db *db, Arena *arena, Err *err)
{
    Heads heads;
    AuditProof proof;
    if (heads_file != NULL && !heads_read(heads_file, arena, &heads, err))
        return false;
    Messages *messages = messages_open(arena_printf(arena, "%s/messages.json", schemas).ptr, err);
    if (messages == NULL)
        return false;
    bool ok = proof_make(db, text_of(cycle), heads_file == NULL ? NULL : &heads, arena, &proof, err);
    if (ok)
        say(&proof, messages, arena);
    messages_close(messages);
    return ok && (proof.fault == NULL || err_set(err, ERR_DATA, "the audit of cycle \"%s\" is not whole", cycle));
}

static bool
book_outbox(Db *db, Arena *arena, Err *err)
{
    AuditHead head;
    bool booked;
    if (!chain_book_outbox(db, text_of(cycle), book, arena, &booked, err) ||
        !chain_head(db, text_of(cycle), &head, err) ||
        (heads_file != NULL && !heads_add(heads_file, &head, arena, err)))
        return false;
    log_info("outbox \"%s\": %s; %" PRIu64 " lines, head %s", book, booked ? "booked" : "booked already", head.sequence,
             head.sha256);
    return true;
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands, (void)operand_count, (void)status;
    if (verify != NULL && book != NULL)
        return err_set(err, ERR_USAGE, "either --verify or --book");
    Db *db = db_open(database, prog.name, book != NULL ? "loader" : "exporter", err);
    if (db == NULL)
        return false;
    bool ok = book != NULL     ? book_outbox(db, arena, err)
              : verify != NULL ? prove(db, arena, err)
                               : chain_walk(db, text_of(cycle), print_line, NULL, err);
    db_close(db);
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
