/* The definitions into the database, within one transaction of the caller's. */
#ifndef HUIZONG_SETUP_LOADING_H
#define HUIZONG_SETUP_LOADING_H

#include <stdio.h>

#include "db/db.h"
#include "setup/definitions.h"

typedef struct LoadingOrder {
    const char *schemas_dir;
    const char *const *accepted; /* digests of rules whose differences somebody has seen; NULL-terminated, or NULL */
    FILE *out;                   /* gets the differences that are not accepted */
} LoadingOrder;

/* Rows that changed, and what other rules would decide otherwise. */
typedef struct Loading {
    uint64_t messages;
    uint64_t registers;
    uint64_t *cycles; /* one for each of the definitions */
    bool altered;     /* of some cycle the database had others than its files, which are those that were taken last */
    bool held;        /* rules of some cycle wait for a person: not to be committed */
    uint64_t differences;
} Loading;

bool
loading_run(Db *db, const LoadingOrder *order, const Definitions *all, Arena *arena, Loading *loading, Err *err);

#endif
