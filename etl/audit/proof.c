#include "audit/proof.h"

#include <inttypes.h>
#include <string.h>

typedef struct Proving {
    AuditProof *proof;
    Text cycle;
    const Heads *heads;
    size_t head; /* the next that is not passed yet */
    Arena *arena;
} Proving;

static void
find_fault(const Proving *proving, const char *code, uint64_t sequence, Text fact, Text expected, Text found)
{
    AuditProof *proof = proving->proof;
    proof->fault = code;
    proof->sequence = sequence;
    proof->fact = arena_text(proving->arena, fact);
    proof->expected = arena_text(proving->arena, expected);
    proof->found = arena_text(proving->arena, found);
}

static Text
number(const Proving *proving, uint64_t count)
{
    return arena_printf(proving->arena, "%" PRIu64, count);
}

/* Nights may have written the same line twice: whoever repeats one, after another has cut the chain, is not believed. */
static bool
check_heads(Proving *proving, const AuditLine *line)
{
    const Heads *heads = proving->heads;
    for (; heads != NULL && proving->head < heads->count; proving->head++) {
        const AuditHead *head = &heads->items[proving->head];
        if (head->sequence > line->sequence)
            return true;
        if (head->sequence == line->sequence && text_equal(text_of(head->sha256), line->sha256))
            continue;
        find_fault(proving, "audit_rewritten", line->sequence, line->fact, text_of(head->sha256), line->sha256);
        return false;
    }
    return true;
}

static bool
check_line(Proving *proving, const AuditLine *line)
{
    static const char origin[] = "0000000000000000000000000000000000000000000000000000000000000000";
    const AuditHead *before = &proving->proof->head;
    Text previous = text_of(before->sequence == 0 ? origin : before->sha256);
    char sha256[HASH_HEX + 1];
    chain_digest(line, proving->cycle, sha256);
    if (line->sequence != before->sequence + 1)
        find_fault(proving, "audit_line_missing", before->sequence + 1, line->fact,
                   number(proving, before->sequence + 1), number(proving, line->sequence));
    else if (!text_equal(line->previous, previous))
        find_fault(proving, "audit_line_misplaced", line->sequence, line->fact, previous, line->previous);
    else if (!text_equal(line->sha256, text_of(sha256)))
        find_fault(proving, "audit_line_altered", line->sequence, line->fact, text_of(sha256), line->sha256);
    else
        return check_heads(proving, line);
    return false;
}

/* A fault ends the walk, and is none of the program. */
static bool
prove_line(void *context, const AuditLine *line, Err *err)
{
    Proving *proving = context;
    (void)err;
    if (!check_line(proving, line))
        return false;
    AuditHead *head = &proving->proof->head;
    head->sequence = line->sequence;
    memcpy(head->sha256, line->sha256.ptr, HASH_HEX);
    return true;
}

static bool
check_end(const Proving *proving)
{
    const Heads *heads = proving->heads;
    if (heads == NULL || proving->head == heads->count)
        return true;
    const AuditHead *head = &heads->items[proving->head];
    find_fault(proving, "audit_truncated", proving->proof->head.sequence + 1, TEXT_NONE,
               number(proving, head->sequence), number(proving, proving->proof->head.sequence));
    return false;
}

static bool
check_history(const Proving *proving, Db *db, Err *err)
{
    DbResult *row = db_query(db, "audit/disagreements", &proving->cycle, 1, err);
    if (row == NULL)
        return false;
    if (db_rows(row) > 0 && text_equal(db_named(row, 0, "unbooked"), TEXT("true")))
        find_fault(proving, "audit_unbooked", 0, db_named(row, 0, "fact"), TEXT_NONE, TEXT_NONE);
    else if (db_rows(row) > 0)
        find_fault(proving, "audit_unfounded", 0, db_named(row, 0, "fact"), TEXT_NONE, TEXT_NONE);
    db_result_free(row);
    return true;
}

/* The first row of a query is a fault: what it is of, what was said, what is found. */
static bool
check_rows(const Proving *proving, Db *db, const char *query, const char *code, Err *err)
{
    if (proving->proof->fault != NULL)
        return true;
    DbResult *row = db_query(db, query, &proving->cycle, 1, err);
    if (row == NULL)
        return false;
    if (db_rows(row) > 0)
        find_fault(proving, code, 0, db_cell(row, 0, 0), db_named(row, 0, "said"), db_named(row, 0, "found"));
    db_result_free(row);
    return true;
}

/* Of a list: its number, title and sheet as well. */
static bool
check_lists(const Proving *proving, Db *db, const char *query, Err *err)
{
    AuditProof *proof = proving->proof;
    uint64_t number = 0;
    if (proof->fault != NULL)
        return true;
    DbResult *row = db_query(db, query, &proving->cycle, 1, err);
    if (row == NULL)
        return false;
    if (db_rows(row) > 0) {
        text_read_count(db_named(row, 0, "list"), &number);
        find_fault(proving, "audit_list_altered", number, db_named(row, 0, "file"), db_named(row, 0, "said"),
                   db_named(row, 0, "found"));
        proof->title = arena_text(proving->arena, db_named(row, 0, "title"));
        proof->sheet = arena_text(proving->arena, db_named(row, 0, "sheet"));
    }
    db_result_free(row);
    return true;
}

/* Whether what stands is what was booked, until something is not. */
static bool
check_standing(const Proving *proving, Db *db, bool rows, Err *err)
{
    return check_history(proving, db, err) &&
           check_rows(proving, db, "audit/rulings_altered", "audit_ruling_altered", err) &&
           check_rows(proving, db, "audit/rows_rebooked", "audit_rows_rebooked", err) &&
           check_rows(proving, db, "audit/rows_altered", "audit_rows_altered", err) &&
           check_rows(proving, db, "audit/definitions_altered", "audit_definitions_altered", err) &&
           check_lists(proving, db, "audit/lists_unfounded", err) &&
           (!rows || check_lists(proving, db, "audit/lists_altered", err));
}

bool
proof_make(Db *db, Text cycle, const Heads *heads, bool rows, Arena *arena, AuditProof *proof, Err *err)
{
    Proving proving = {.proof = proof, .cycle = cycle, .heads = heads, .arena = arena};
    *proof = (AuditProof){0};
    if (!chain_walk(db, cycle, prove_line, &proving, err))
        return proof->fault != NULL;
    return !check_end(&proving) || check_standing(&proving, db, rows, err);
}
