#include "audit/chain.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/tree.h"

enum { NUMBER_SIZE = 24 };

static bool
read_line(const DbResult *rows, size_t row, AuditLine *line, Err *err)
{
    *line = (AuditLine){.kind = db_named(rows, row, "kind"),
                        .booked_at = db_named(rows, row, "booked_at"),
                        .booked_by = db_named(rows, row, "booked_by"),
                        .fact = db_named(rows, row, "fact"),
                        .previous = db_named(rows, row, "previous"),
                        .sha256 = db_named(rows, row, "sha256")};
    return text_read_count(db_named(rows, row, "sequence"), &line->sequence) ||
           err_set(err, ERR_BUG, "no number: the sequence of an audit line");
}

/* *behind is the sequence of the last line visited; *more: there was one. */
static bool
walk_some(Db *db, Text cycle, uint64_t *behind, bool *more, AuditVisit *visit, void *context, Err *err)
{
    char number[NUMBER_SIZE];
    snprintf(number, sizeof number, "%" PRIu64, *behind);
    const Text parameters[] = {cycle, text_of(number)};
    DbResult *rows = db_query(db, "audit/lines", parameters, 2, err);
    if (rows == NULL)
        return false;
    bool ok = true;
    *more = db_rows(rows) > 0;
    for (size_t row = 0; ok && row < db_rows(rows); row++) {
        AuditLine line;
        ok = read_line(rows, row, &line, err) && visit(context, &line, err);
        *behind = line.sequence;
    }
    db_result_free(rows);
    return ok;
}

bool
chain_walk(Db *db, Text cycle, AuditVisit *visit, void *context, Err *err)
{
    uint64_t behind = 0;
    bool more = true;
    while (more) {
        if (!walk_some(db, cycle, &behind, &more, visit, context, err))
            return false;
    }
    return true;
}

static void
add_part(Hash *hash, Text part)
{
    hash_add(hash, part.ptr, part.len);
    hash_add(hash, "\n", 1);
}

void
chain_digest(const AuditLine *line, Text cycle, char sha256[HASH_HEX + 1])
{
    char number[NUMBER_SIZE];
    snprintf(number, sizeof number, "%" PRIu64, line->sequence);
    const Text parts[] = {line->previous,  cycle,           text_of(number), line->kind,
                          line->booked_at, line->booked_by, line->fact};
    Hash *hash = hash_new();
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        add_part(hash, parts[i]);
    hash_end(hash, sha256);
}

bool
chain_head(Db *db, Text cycle, AuditHead *head, Err *err)
{
    DbResult *row = db_query(db, "audit/head", &cycle, 1, err);
    if (row == NULL)
        return false;
    *head = (AuditHead){0};
    bool ok = true;
    if (db_rows(row) == 1) {
        ok = text_read_count(db_cell(row, 0, 0), &head->sequence) && db_cell(row, 0, 1).len == HASH_HEX;
        if (ok)
            memcpy(head->sha256, db_cell(row, 0, 1).ptr, HASH_HEX);
        else
            err_set(err, ERR_BUG, "no head: the last line of an audit");
    }
    db_result_free(row);
    return ok;
}

bool
chain_book_outbox(Db *db, Text cycle, const char *folder, Arena *arena, bool *booked, Err *err)
{
    char digest[HASH_HEX + 1];
    char *path = realpath(folder, NULL); /* `current` is a link to the folder that has the name */
    if (path == NULL)
        return err_set(err, ERR_NO_INPUT, "could not open outbox \"%s\": %m", folder);
    Text name = arena_text(arena, text_of(strrchr(path, '/') + 1));
    bool ok = tree_digest(path, digest, arena, err);
    free(path);
    const Text parameters[] = {cycle, name, text_of(digest)};
    DbResult *row = ok ? db_query(db, "audit/draft", parameters, 3, err) : NULL;
    if (row == NULL)
        return false;
    *booked = text_equal(db_cell(row, 0, 0), TEXT("t"));
    db_result_free(row);
    return true;
}

static bool
book_list(Db *db, Text list, uint64_t *booked, uint64_t *altered, Err *err)
{
    DbResult *row = db_query(db, "audit/list_book", &list, 1, err);
    if (row == NULL)
        return false;
    *booked += text_equal(db_cell(row, 0, 0), TEXT("t"));
    *altered += db_cell(row, 0, 0).ptr == NULL;
    db_result_free(row);
    return true;
}

bool
chain_book_lists(Db *db, Text cycle, uint64_t *booked, uint64_t *altered, Err *err)
{
    *booked = *altered = 0;
    DbResult *lists = db_query(db, "audit/lists_to_book", &cycle, 1, err);
    bool ok = lists != NULL;
    for (size_t i = 0; ok && i < db_rows(lists); i++)
        ok = book_list(db, db_cell(lists, i, 0), booked, altered, err);
    db_result_free(lists);
    return ok;
}
