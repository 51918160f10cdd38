/* What follows from the type of a field, wherever it is read. */
#ifndef HUIZONG_SCHEMA_FIELD_H
#define HUIZONG_SCHEMA_FIELD_H

#include "schema/upload.h"

/* True of figures: integers, decimals and shares. */
bool
field_is_number(const Field *field);

/* True of what the entries of a list are known by: text in a column that the header must have. */
bool
field_names_entry(const Field *field);

/* The other word for one of its choices; NULL where it is none. */
const ChoiceWord *
field_word(const Field *field, Text folded);

/*
 * The most characters that a cell of the field may have, and a quarter of the bytes that it may have when folded: names and what is compared stand in
 * official tables and in keys of the database, which holds no long ones. Of several names in a cell each may have as many. SIZE_MAX for free text.
 */
size_t
field_longest(const Field *field);

#endif
