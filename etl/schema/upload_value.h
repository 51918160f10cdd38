/* Single values of a Table Schema. Readers take the first fault into *err, with its path, and return a neutral value. */
#ifndef HUIZONG_SCHEMA_UPLOAD_VALUE_H
#define HUIZONG_SCHEMA_UPLOAD_VALUE_H

#include "base/json.h"

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
