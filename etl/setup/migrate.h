/*
 * The database's own history: sql/migrations/NNNN_*.sql, applied in the order of their names, each once. A migration that was applied and has since been edited, one
 * this program does not know (a newer program was here), and one that would have to be squeezed in before an applied one are refused.
 */
#ifndef HUIZONG_SETUP_MIGRATE_H
#define HUIZONG_SETUP_MIGRATE_H

#include "db/db.h"

/* Inside the caller's transaction: creates the schema where it is missing, applies what is new; *applied gets the number of migrations run now. */
bool
migrate_run(Db *db, size_t *applied, Err *err);

/* The newest migration that this program has: "0013_exports". */
Text
migrate_newest(void);

#endif
