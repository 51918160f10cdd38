/* A set of names or digests: what somebody still needs, what is gone already. */
#ifndef HUIZONG_DISPOSAL_CLAIMS_H
#define HUIZONG_DISPOSAL_CLAIMS_H

#include "db/db.h"

typedef struct Claims {
    Text *items;
    size_t count;
    size_t room;
    bool sorted;
    Arena *arena; /* set it; the rest is zero at first */
} Claims;

/* `what` must live as long as the set. */
void
claims_add(Claims *claims, Text what);

/* The first column of a query of sql/dispose for `parameter`; NULL: it has none. */
bool
claims_add_rows(Claims *claims, Db *db, const char *query, const Text *parameter, Err *err);

bool
claims_have(Claims *claims, Text what);

#endif
