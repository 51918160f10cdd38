/* What there is to dispose of now, in database, archive and outbox. */
#ifndef HUIZONG_DISPOSAL_GATHER_H
#define HUIZONG_DISPOSAL_GATHER_H

#include "disposal/plan.h"

typedef struct DisposalPlaces {
    const char *archive;
    const char *outbox;
} DisposalPlaces;

/* Reads the database and hashes the outbox; changes nothing. Everything in `arena`. */
bool
gather_plan(Db *db, const DisposalPlaces *places, Text cycle, Arena *arena, Plan *plan, Err *err);

/* Whether nothing is to be done: there is nothing, or all that is named stays. */
bool
gather_is_idle(const Plan *plan);

#endif
