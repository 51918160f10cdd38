/* The rules of a cycle over all that has arrived, in one transaction under the cycle's lock: outcomes, nominations, rulings, findings. */
#ifndef HUIZONG_OFFICE_ENFORCE_H
#define HUIZONG_OFFICE_ENFORCE_H

#include "db/db.h"

typedef struct EnforceResult {
    Text rulings;  /* how many stand since this clock, as decimal text; in the arena */
    Text outcomes; /* the same of uploads */
    Text findings; /* how many findings of the rules stand */
    Text gone;     /* the arrivals whose lists count again and were pruned (office/arrivals.h) */
} EnforceResult;

/*
 * `as_of` is an ISO 8601 instant. Writes only what changed; the same clock again changes nothing. False with ERR_USAGE where the cycle had a later night, ERR_LOCKED where
 * another run holds it, ERR_NO_INPUT where pruned lists count again (`gone` names them), ERR_BUG where a check of sql/check returned a row; nothing is written then.
 */
bool
enforce_cycle(Db *db, Text cycle, Text as_of, Arena *arena, EnforceResult *result, Err *err);

#endif
