/* Where the archive keeps a content: ARCHIVE/<first two hex digits>/<sha256>. */
#ifndef HUIZONG_BASE_ARCHIVED_H
#define HUIZONG_BASE_ARCHIVED_H

#include "base/arena.h"

/* `sha256` has at least two digits; whether the content is there is not asked. In `arena`. */
const char *
archived_path(const char *archive, Text sha256, Arena *arena);

#endif
