/* A cycle's audit: line upon line, each with the digest of the one before (sql/migrations/0014_audit.sql). */
#ifndef HUIZONG_AUDIT_CHAIN_H
#define HUIZONG_AUDIT_CHAIN_H

#include "base/hash.h"
#include "db/db.h"

typedef struct AuditLine {
    uint64_t sequence;
    Text kind, booked_at, booked_by, fact, previous, sha256;
} AuditLine;

/* What is done with a line, whose texts live until it returns; false ends the walk. */
typedef bool
AuditVisit(void *context, const AuditLine *line, Err *err);

/* Each line in its order, some thousands at a time. */
bool
chain_walk(Db *db, Text cycle, AuditVisit *visit, void *context, Err *err);

/* The digest that a line of `cycle` must have, reckoned here and not by the database. */
void
chain_digest(const AuditLine *line, Text cycle, char sha256[HASH_HEX + 1]);

/* The end of a chain; sequence 0 where there is none. */
typedef struct AuditHead {
    uint64_t sequence;
    char sha256[HASH_HEX + 1];
} AuditHead;

bool
chain_head(Db *db, Text cycle, AuditHead *head, Err *err);

/* Books an outbox by its folder's name and the digest of all files in it; *booked is false where the last one booked was the same. The loader's. */
bool
chain_book_outbox(Db *db, Text cycle, const char *folder, Arena *arena, bool *booked, Err *err);

/* Books the rows of a cycle's lists that are not booked yet, each list by itself: *booked of them. *altered of them stay as they are: they have other rows
 * than their load wrote. The loader's. */
bool
chain_book_lists(Db *db, Text cycle, uint64_t *booked, uint64_t *altered, Err *err);

#endif
