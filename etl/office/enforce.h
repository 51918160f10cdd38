/* The rules of a cycle over all that has arrived, in one transaction under the cycle's lock: outcomes, nominations, rulings, findings. */
#ifndef HUIZONG_OFFICE_ENFORCE_H
#define HUIZONG_OFFICE_ENFORCE_H

#include "base/hash.h"
#include "db/db.h"

typedef struct EnforceResult {
    Text rulings;  /* how many stand since this clock, as decimal text; in the arena */
    Text outcomes; /* the same of uploads */
    Text findings; /* how many findings of the rules stand */
    Text gone;     /* the arrivals whose lists count again and were pruned (office/arrivals.h) */
} EnforceResult;

/*
 * `as_of` is an ISO 8601 instant. Writes only what changed; the same clock again changes nothing. False with ERR_USAGE where the cycle had a later night, ERR_LOCKED where
 * another run holds it, ERR_NO_INPUT where pruned lists count again (`gone` names them), ERR_CONFIG where setup has not taken this program's rules for it, ERR_BUG
 * where a check of sql/check returned a row; nothing is written then.
 */
bool
enforce_cycle(Db *db, Text cycle, Text as_of, Arena *arena, EnforceResult *result, Err *err);

/* The beginning of that: a transaction under the cycle's lock, for this clock. */
bool
enforce_begin(Db *db, Text cycle, Text as_of, Err *err);

/* Everything but the transaction: the rules' steps, for what was set by session/run. Nothing is checked at the end. */
bool
enforce_steps(Db *db, Arena *arena, EnforceResult *result, Err *err);

/* One digest over the names and contents of all statements that decide something. */
void
enforce_digest(char sha256[HASH_HEX + 1]);

#endif
