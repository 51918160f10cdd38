/*
 * One value of a cycle and where it comes from: {"value": V, "clause": "…"}, or {"value": V, "assumed": true, "why": "…"} where no notice prints it (then `clause` may
 * name the place that leaves it open). Readers take the first fault into *err, with its path, and return a neutral value.
 */
#ifndef HUIZONG_SCHEMA_SETTING_H
#define HUIZONG_SCHEMA_SETTING_H

#include "base/json.h"

typedef struct Setting {
    Text key;
    JsonType type;
    Text value;   /* a string as it is, else JSON text */
    Text clause;  /* or TEXT_NONE */
    Text assumed; /* why, or TEXT_NONE */
} Setting;

/* Reads and checks the provenance of one value under its key. */
Setting
setting_read(Json json, Text key, Arena *arena, Err *err);

/* The clause and assumption of any object that carries them (a rule); both TEXT_NONE is refused. */
void
setting_provenance(Json json, Text *clause, Text *assumed, Arena *arena, Err *err);

/* x:cycle.<key>.value, for the getters below and others. */
Json
setting_value(Json cycle, const char *key);

Text
setting_text(Json cycle, const char *key, Arena *arena, Err *err);

/* One of `words` (NULL-terminated). */
Text
setting_word(Json cycle, const char *key, const char *const *words, Arena *arena, Err *err);

bool
setting_flag(Json cycle, const char *key, Err *err);

/* A whole number from `least` to `most`. */
int64_t
setting_number(Json cycle, const char *key, int64_t least, int64_t most, Err *err);

/* The same, 0 or more, with null for none: -1. */
int64_t
setting_limit(Json cycle, const char *key, Err *err);

#endif
