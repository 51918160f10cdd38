/* The files of a disposal off the disk. What is gone already is no fault, so that a killed run is finished by the next. */
#ifndef HUIZONG_DISPOSAL_REMOVAL_H
#define HUIZONG_DISPOSAL_REMOVAL_H

#include "disposal/places.h"
#include "disposal/plan.h"

typedef struct RemovalPlace {
    DisposalPlaces at;
    const char *note;   /* what the file is called that says in a package what is gone */
    const char *record; /* the record, of which that file is a copy */
} RemovalPlace;

/* Unlinks every item that is to be removed, durably, and the folders of `cycle` in the outbox that have nothing left. */
bool
removal_run(const RemovalPlace *place, const Plan *plan, Text cycle, Err *err);

#endif
