/* An array of texts as PostgreSQL reads it from text ('{"a","b",NULL}'): for parameters and, escaped once more, for COPY. Source: PostgreSQL 15 documentation, 8.15.2. */
#ifndef HUIZONG_DB_ARRAYTEXT_H
#define HUIZONG_DB_ARRAYTEXT_H

#include "base/buf.h"

/* Appends the array; an item that is TEXT_NONE is null. False at the buffer's ceiling. */
bool
arraytext_append(Buf *out, const Text *items, size_t count);

#endif
