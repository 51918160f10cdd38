/* One field of an upload definition. */
#ifndef HUIZONG_SCHEMA_UPLOAD_FIELD_H
#define HUIZONG_SCHEMA_UPLOAD_FIELD_H

#include "schema/upload.h"

/* Reads a field of `kind`, whose parts (upload_parts) are there already. The first fault goes into *err, with its path. */
void
upload_field_read(Json json, const UploadKind *kind, Field *field, Arena *arena, Err *err);

/* True where a label could mean either: they stand in the same place, one label names both, and no number of a blank tells them apart. */
bool
upload_field_confusable(const Field *one, const Field *other);

#endif
