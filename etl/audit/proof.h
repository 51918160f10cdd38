/* The proof that a cycle's audit is whole: each line has the digest of what it says and of the line before, none is missing, the heads that were written down are in it,
 * it says what history says, standing rulings are what history said last, definitions are those that setup has booked, and each file is what was booked, once, when it was read; so are the rows of its lists. */
#ifndef HUIZONG_AUDIT_PROOF_H
#define HUIZONG_AUDIT_PROOF_H

#include "audit/heads.h"

/* The first fault by its code in messages.json, NULL where there is none; the line it is at, and what is told of it. */
typedef struct AuditProof {
    AuditHead head; /* of what is sound */
    const char *fault;
    uint64_t sequence;
    Text fact, expected, found;
    Text title, sheet; /* of a list, whose number is the sequence */
} AuditProof;

/* `heads` may be NULL. Without `rows`, rows of lists are not looked at: each of them costs. False only on a fault of the database. Texts live in `arena`. */
bool
proof_make(Db *db, Text cycle, const Heads *heads, bool rows, Arena *arena, AuditProof *proof, Err *err);

#endif
