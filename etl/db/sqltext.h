/* The SQL files under sql/, embedded at build time by name without suffix ("load/figure_copy"). */
#ifndef HUIZONG_DB_SQLTEXT_H
#define HUIZONG_DB_SQLTEXT_H

#include <stddef.h>

typedef struct SqlText {
    const char *name;
    const char *text;
    const char *sha256;
} SqlText;

/* NULL where there is no such file. */
const SqlText *
sqltext_find(const char *name);

/* All of them, in byte order of their names. */
size_t
sqltext_count(void);

const SqlText *
sqltext_at(size_t index);

#endif
