/* x:plausible: how large a figure may be before it is doubted, for a unit of a kind and for a single field. */
#ifndef HUIZONG_SCHEMA_UPLOAD_PLAUSIBLE_H
#define HUIZONG_SCHEMA_UPLOAD_PLAUSIBLE_H

#include "schema/upload.h"

/* The kind's limits, into its units, which have been read. */
void
upload_plausible_units(Json schema, UploadKind *kind, Arena *arena, Err *err);

/* The field's own limit, else its unit's. */
Text
upload_plausible_field(Json json, const Field *field, Arena *arena, Err *err);

#endif
