/* The ledger of arrivals: which content, or which reason to leave it, stood at which path, one after another. */
#ifndef HUIZONG_INTAKE_LEDGER_H
#define HUIZONG_INTAKE_LEDGER_H

#include "base/hash.h"
#include "db/db.h"

/* One cycle's ledger, held by this session alone. */
typedef struct Ledger {
    Db *db;
    Text cycle;
    Text source; /* inbox, register */
    Text as_of;  /* the run's clock, ISO */
    Arena *arena;
    bool locked;
} Ledger;

/*
 * Reads the run's clock (`as_of` NULL: now) in the cycle's offset and locks the cycle. ERR_CONFIG where there is no such cycle, ERR_LOCKED where
 * another session holds it, ERR_USAGE where the clock stands before the cycle's last night. The ledger lives as long as `db` and `arena`.
 */
bool
ledger_open(Db *db, const char *cycle, const char *as_of, Arena *arena, Ledger *out, Err *err);

/* Lets go of the cycle at once; a ledger that was not opened is let be. */
void
ledger_close(Ledger *ledger);

typedef struct LedgerLine {
    Text path;
    Text sha256; /* TEXT_NONE where it was left */
    int64_t size;
    int64_t changed_us;
    const char *left; /* NULL where it was taken */
} LedgerLine;

/* Books what stands at a path now; *added tells whether that is news. */
bool
ledger_book(const Ledger *ledger, const LedgerLine *line, bool *added, Err *err);

typedef struct LedgerSeen {
    bool
        known; /* the content that the ledger saw there last has this very change time and size; only then the others say something */
    char sha256[HASH_HEX + 1];
    bool unread;   /* it has still to be loaded */
    bool disposed; /* it is to stay away */
} LedgerSeen;

/* What the ledger saw at a path last, held against what stands there now. */
bool
ledger_knows(const Ledger *ledger, Text path, int64_t size, int64_t changed_us, LedgerSeen *seen, Err *err);

/* The paths where the ledger saw content last, in byte order; in the ledger's arena. */
bool
ledger_standing(const Ledger *ledger, Text **paths, size_t *count, Err *err);

/* Whether these bytes were disposed of, and are to stay away; *standing: the ledger saw them at that path last. */
bool
ledger_disposed(const Ledger *ledger, Text path, const char *sha256, bool *disposed, bool *standing, Err *err);

#endif
