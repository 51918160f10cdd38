/*
 * Other rules for a cycle that had a night: what they would decide otherwise, of the same arrivals at the clock of its last night, is told before they apply. Where they change nothing, and
 * where there was no night yet, they apply at once.
 */
#ifndef HUIZONG_SETUP_RULECHANGE_H
#define HUIZONG_SETUP_RULECHANGE_H

#include <stdio.h>

#include "base/hash.h"
#include "db/db.h"
#include "rows/messages.h"
#include "schema/cycle.h"

/* What a person has said, and where differences are told. */
typedef struct RuleOrder {
    const char *schemas_dir;
    const char *const *accepted; /* digests, or the first dozen and more characters of them; NULL: none */
    const Messages *messages;
    FILE *out;
} RuleOrder;

typedef struct RuleChange {
    const Cycle *cycle;
    char sha256[HASH_HEX + 1]; /* of all that decides */
    bool changed;
    bool looked;                       /* there is a night to compare with */
    bool held;                         /* there are differences that nobody has accepted */
    Text last_night, printed, uploads; /* its clock exactly, and as it is printed; how many were read */
    uint64_t differences;
} RuleChange;

/* Before the cycle's definitions are loaded: what stands. ERR_LOCKED where another run holds a cycle whose rules are others. Texts live in `arena`. */
bool
rulechange_begin(Db *db, const RuleOrder *order, const Cycle *cycle, Arena *arena, RuleChange *change, Err *err);

/* After they are loaded, whose uploads' columns are others or not: tells the differences, and takes the rules where they may apply. */
bool
rulechange_end(Db *db, const RuleOrder *order, bool columns_changed, Arena *arena, RuleChange *change, Err *err);

#endif
