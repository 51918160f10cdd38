/* What killed runs have left: nobody has booked it, so that no name of database or outbox leads to it. */
#ifndef HUIZONG_DISPOSAL_LEFTOVER_H
#define HUIZONG_DISPOSAL_LEFTOVER_H

#include "disposal/booked.h"

/* The night's own folder, beside the archive. */
#define LEFTOVER_WORK "work"

/*
 * Adds the files of the night's folder, of a final package that was never finished, and of the archive whatever neither `booked` nor the plan has a
 * name for, of whatever cycle. Where the data folder serves another database as well, or a
 * manifest cannot be read any more, those of the archive are told (unclaimed_kept) and stay.
 */
bool
leftover_add(Plan *plan, Db *db, const DisposalPlaces *places, const Booked *booked, Text cycle, Err *err);

#endif
