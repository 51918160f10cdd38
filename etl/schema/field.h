/* How long the text of a field may be. */
#ifndef HUIZONG_SCHEMA_FIELD_LENGTH_H
#define HUIZONG_SCHEMA_FIELD_LENGTH_H

#include "schema/upload.h"

/*
 * The most characters that a cell of the field may have, and a quarter of the bytes that it may have when folded: names and what is compared stand in
 * official tables and in keys of the database, which holds no long ones. Of several names in a cell each may have as many. SIZE_MAX for free text.
 */
size_t
field_longest(const Field *field);

#endif
