/* What a package says of files that it no longer has: lists of people, disposed of after their retention date. */
#ifndef HUIZONG_PARCEL_GONE_H
#define HUIZONG_PARCEL_GONE_H

#include "base/hash.h"
#include "parcel/grid.h"

/* In the package: a copy of the record of the disposal, as CSV. */
#define GONE_NOTE "销毁记录.csv"

/* The columns of such a record that name a file, by its path, and its digest. */
enum { GONE_NAME = 2, GONE_SHA256 = 3 };

/* The package's record, as a plain file of ours; false where it has none. Its cells live in `arena`. */
bool
gone_read(const char *folder, Arena *arena, Grid *record);

/* Whether it names the file with these bytes; `path` is that in the outbox, as ministry/<package>/<name>. */
bool
gone_names(const Grid *record, Text path, const char *sha256);

#endif
