/* What the fields of a kind share and its schema says once: layout, sections, units, lists of choices. Readers take the first fault into *err, with its path. */
#ifndef HUIZONG_SCHEMA_UPLOAD_PARTS_H
#define HUIZONG_SCHEMA_UPLOAD_PARTS_H

#include "schema/upload.h"

/* Reads all of it from a Table Schema's root. */
void
upload_parts_read(Json schema, UploadKind *kind, Arena *arena, Err *err);

/* Reads x:comparable and x:comparable-why of a schema or a field. A variant says why, and so does what is new. */
void
upload_comparable_read(Json json, Comparable *comparable, Text *why, Arena *arena, Err *err);

/* The part of that name, or NULL. */
const FormSection *
upload_section(const UploadKind *kind, Text section);

const UploadUnit *
upload_unit(const UploadKind *kind, Text unit);

const ChoiceList *
upload_list(const UploadKind *kind, Text name);

#endif
