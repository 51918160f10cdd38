/* What a package says of files that it no longer has: lists of people, disposed of after their retention date. */
#ifndef HUIZONG_PARCEL_GONE_H
#define HUIZONG_PARCEL_GONE_H

#include "base/arena.h"

/* In the package: a copy of the record of the disposal, as CSV. */
#define GONE_NOTE "销毁记录.csv"

/* The columns of such a record that name a file, by its path, and its digest. */
enum { GONE_NAME = 2, GONE_SHA256 = 3 };

/* Whether the package's record names the file with these bytes; false where it has no record. */
bool
gone_told(const char *folder, Text name, const char *sha256, Arena *arena);

#endif
