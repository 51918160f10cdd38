/* The generated table (scripts/embed-sql) behind db/sqltext.h. */
#ifndef HUIZONG_DB_SQLTEXT_DATA_H
#define HUIZONG_DB_SQLTEXT_DATA_H

#include "db/sqltext.h"

/* Sorted by name in byte order. */
extern const SqlText sqltext_files[];
extern const size_t sqltext_file_count;

#endif
