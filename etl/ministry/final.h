/*
 * The final package, OUTBOX/ministry/<cycle>-vN/: written once, read-only, kept in the archive and booked. A run that was
 * killed between the rename and the booking is finished by the next one.
 */
#ifndef HUIZONG_MINISTRY_FINAL_H
#define HUIZONG_MINISTRY_FINAL_H

#include "ministry/build.h"
#include "ministry/waiting.h"

typedef struct FinalOrder {
    const char *outbox;
    const char *archive;
    const char *database; /* for the loader's session, which books */
    Text doc_no;
    Text signed_by;
    Text reason; /* or TEXT_NONE */
    bool lists;
    bool personal;
} FinalOrder;

typedef enum FinalOutcome {
    FINAL_WRITTEN,
    FINAL_THERE,   /* the newest package says this state already: nothing is changed */
    FINAL_REFUSED, /* something waits or is open: result->waiting, result->open */
    FINAL_NO_REASON,
    FINAL_GONE /* the newest version that is booked is not in the outbox: nothing is built on it */
} FinalOutcome;

typedef struct FinalResult {
    FinalOutcome outcome;
    uint64_t version; /* written, there, gone, or the one that the state differs from */
    Text folder;
    bool booked_late; /* a package that a killed run left was verified and booked */
    Waiting waiting;
    const OpenMatters *open;
    Grid warnings; /* of what was written */
} FinalResult;

/*
 * `db` is the exporter's. False with *err: ERR_LOCKED where another run makes one, ERR_DATA where the newest package is damaged.
 */
bool
final_make(const FinalOrder *order, const State *state, Db *db, FinalResult *result, Err *err);

#endif
