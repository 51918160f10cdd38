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

/* A text that is not empty, in `arena`. */
Text
upload_text_read(Json json, Arena *arena, Err *err);

/* The same; TEXT_NONE where the key is absent. */
Text
upload_optional_text(Json object, const char *key, Arena *arena, Err *err);

bool
upload_flag(Json object, const char *key, bool otherwise, Err *err);

/* The place of a word in a list of `count`; 0 and a refusal where it is none of them. */
size_t
upload_word(Json json, const char *const *words, size_t count, const char *refusal, Err *err);

#endif
