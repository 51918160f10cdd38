/*
 * JSON (RFC 8259) by jansson: duplicate keys refused, depth and size limited. A Json is borrowed from its JsonDoc.
 * Every getter knows its path ("x:cycle.units.value[3](360700).code": what stands in a list is also called by its code or name), so that a refusal names the place. A missing or
 * ill-typed value makes the getter fill *err (ERR_CONFIG) once and return a neutral value; the first error stays, so a reader may check once at the end. Where the Err has a list (base/refusals.h), a reader that
 * goes on fills it: no reader makes what it looks at depend on what was refused elsewhere.
 */
#ifndef HUIZONG_BASE_JSON_H
#define HUIZONG_BASE_JSON_H

#include "base/arena.h"
#include "base/err.h"

#include <stdint.h>

typedef struct JsonDoc JsonDoc;

/* A place in a document: the value (NULL where absent) and the path to it, which lives in the document. */
typedef struct Json {
    const void *value;
    const char *path;
    JsonDoc *doc;
} Json;

typedef enum JsonType {
    JSON_ABSENT,
    JSON_NULL,
    JSON_BOOL,
    JSON_INTEGER,
    JSON_REAL,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
} JsonType;

/* NULL with *err on a parse fault ("file:line:column: why"). */
JsonDoc *
json_read_file(const char *path, Err *err);

JsonDoc *
json_read_text(Text text, const char *name, Err *err);

void
json_close(JsonDoc *doc);

Json
json_root(JsonDoc *doc);

JsonType
json_type(Json json);

bool
json_has(Json json);

/* Absent key: a Json of JSON_ABSENT. */
Json
json_member(Json object, const char *key);

size_t
json_count(Json array_or_object);

Json
json_at(Json array, size_t index);

/* The n-th key of an object, in file order. */
Text
json_key(Json object, size_t index);

Json
json_value(Json object, size_t index);

/* Hidden, as is json_integer: jansson exports functions of these names, and its own calls must go on finding its own.
 * */
__attribute__((visibility("hidden"))) Text
json_string(Json json, Err *err);

__attribute__((visibility("hidden"))) int64_t
json_integer(Json json, Err *err);

bool
json_bool(Json json, Err *err);

/* The value as compact JSON text with sorted keys, in `arena`. */
Text
json_dump(Json json, Arena *arena);

/* Puts a refusal of what stands there ("file: path: what") into *err unless it holds one already; returns false. */
bool
json_refuse(Json json, const char *what, Err *err);

/* Faults unless every key of the object is one of `allowed` (NULL-terminated). */
bool
json_only(Json object, const char *const *allowed, Err *err);

/* "text" with quotes, escaped; appended to `out`. */
struct Buf;
bool
json_quote(struct Buf *out, Text text);

/* A line of an object that is written member by member: two blanks, "key": "text", a comma and a line feed; `out` tells whether it fitted (buf_whole). */
void
json_write_member(struct Buf *out, const char *key, Text text);

#endif
