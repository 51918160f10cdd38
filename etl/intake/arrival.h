/* An inbox's entries, one by one, into archive and ledger. */
#ifndef HUIZONG_INTAKE_ARRIVAL_H
#define HUIZONG_INTAKE_ARRIVAL_H

#include "base/buf.h"
#include "intake/archive.h"
#include "intake/inbox.h"
#include "intake/ledger.h"

/* Where arrivals go, and how many there were. */
typedef struct Reception {
    Ledger ledger;
    Archive archive;
    int64_t changed_until; /* microseconds: what changed later is left to the next run; INT64_MAX: nothing is */
    size_t added;          /* contents that are news to the ledger */
    size_t left;           /* entries that were named and left, news or not */
    size_t later; /* entries that changed after changed_until, by a clock that this machine's does not contradict */
    Buf mended; /* the paths, a line each, of what the archive had lost or had damaged and has again from here; those that have room */
} Reception;

/*
 * Takes what the inbox holds: each content is in the archive before its line is in the ledger, and each line is a transaction of its own, so that
 * a killed run is simply run again. What changes while it is copied is left as half_copied; what vanished leaves nothing. What changed after this machine's own clock, by that
 * of the file server, is left as changed_in_future: it may have come in time, and is taken once its time has come. What the ledger knows is taken again
 * where the archive does not have it any more: looked at, and read where it has still to be loaded.
 */
bool
arrival_take(Reception *reception, const Inbox *inbox, Text source, Err *err);

/* Books each register that the ledger knows and that is not in its folder any more as register_gone. */
bool
arrival_miss_registers(Reception *reception, const Inbox *registers, Err *err);

#endif
