/* The labels that name a field. */
#ifndef HUIZONG_SCHEMA_UPLOAD_ALIAS_H
#define HUIZONG_SCHEMA_UPLOAD_ALIAS_H

#include "schema/upload.h"

/* Fills in the field's aliases from its title and x:aliases: folded, each once, then both without bracketed notes. */
void
upload_alias_read(Json list, Field *field, Arena *arena, Err *err);

/* True where a label names both. */
bool
upload_alias_shared(const Field *one, const Field *other);

#endif
