/* The proof that a cycle's audit is whole: each line has the digest of what it says and of the line before, none is missing, the heads that were written down are in it,
 * it says what history says, standing rulings are what history said last, and each file is what was booked, once, when it was read, with as many rows of lists. */
#ifndef HUIZONG_AUDIT_PROOF_H
#define HUIZONG_AUDIT_PROOF_H

#include "audit/heads.h"

/* The first fault by its code in messages.json, NULL where there is none; the line it is at, and what is told of it. */
typedef struct AuditProof {
    AuditHead head; /* of what is sound */
    const char *fault;
    uint64_t sequence;
    Text fact, expected, found;
} AuditProof;

/* `heads` may be NULL. False only on a fault of the database. Texts live in `arena`. */
bool
proof_make(Db *db, Text cycle, const Heads *heads, Arena *arena, AuditProof *proof, Err *err);

#endif
