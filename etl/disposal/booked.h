/*
 * What the database has booked of the archive, for all cycles: the contents that came, the nights that are kept and the final packages, each by the
 * manifest that the archive has of it; and of that what goes with the people of one cycle. Today's names and folders play no part.
 */
#ifndef HUIZONG_DISPOSAL_BOOKED_H
#define HUIZONG_DISPOSAL_BOOKED_H

#include "disposal/claims.h"
#include "disposal/places.h"
#include "disposal/plan.h"

typedef struct Booked {
    Claims needed; /* contents that an arrival, a night or a package keeps */
    Plan results;  /* what of the cycle's nights goes, under the first night and path that each content had */
    Plan packages; /* lists of people in the cycle's final packages, by their path in the outbox */
    Plan lost;     /* manifests that are gone from the archive, or altered there: what they name is not known */
    Claims nights; /* those that go, by their entry in night_kept */
} Booked;

/* Everything in `arena`; changes nothing. A package's manifest that the archive has lost is read in the outbox. */
bool
booked_read(Booked *booked, Db *db, const DisposalPlaces *places, Text cycle, Arena *arena, Err *err);

#endif
