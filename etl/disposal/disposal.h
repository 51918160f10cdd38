/*
 * People's data of a cycle whose retention date is over: ordered in the database first, then taken out of it, off the disk, and recorded. A run that is
 * killed anywhere is finished by the next, as it was ordered.
 */
#ifndef HUIZONG_DISPOSAL_DISPOSAL_H
#define HUIZONG_DISPOSAL_DISPOSAL_H

#include "db/db.h"
#include "disposal/words.h"

#include <stdio.h>

typedef struct DisposalOrder {
    const char *archive;
    const char *outbox;
    Text cycle;
    Text as_of;
    Text doc_no;
    Text signed_by;
    bool dry_run;
} DisposalOrder;

/*
 * Says on `out`, in the words of schemas/disposal.json, what was done, or with dry_run what would be. ERR_DATA before the retention date, with what to do on
 * `talk`; ERR_LOCKED while somebody is at work on the archive, or may still read what was overwritten: then the next run goes on; ERR_NO_INPUT where archive or outbox are not
 * those of the cycle, or of the order; ERR_CONFIG where the database has no such cycle.
 */
bool
disposal_run(const DisposalOrder *order, Db *db, const Words *words, Arena *arena, FILE *out, FILE *talk, Err *err);

#endif
