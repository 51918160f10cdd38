/* What there is to dispose of now, in database, archive and outbox. */
#ifndef HUIZONG_DISPOSAL_GATHER_H
#define HUIZONG_DISPOSAL_GATHER_H

#include "disposal/booked.h"

/* Reads the database, the manifests and the outbox; changes nothing. Everything in `arena`. *people: somebody's data go, not only what killed runs have left. */
bool
gather_plan(Db *db, const DisposalPlaces *places, Text cycle, Arena *arena, Plan *plan, Booked *booked, bool *people,
            Err *err);

/* What somebody needs stays in the archive, and a list leaves its package only. */
void
gather_spare(Plan *plan, Booked *booked);

#endif
