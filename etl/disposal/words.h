/* What a disposal says, schemas/disposal.json; "{}" stands for a value. */
#ifndef HUIZONG_DISPOSAL_WORDS_H
#define HUIZONG_DISPOSAL_WORDS_H

#include <stdio.h>

#include "base/json.h"

typedef struct Words {
    Json root;
    JsonDoc *doc;
    Arena *arena;
} Words;

/* To be closed with json_close(words->doc). */
bool
words_read(const char *schemas_dir, Arena *arena, Words *words, Err *err);

/* A text, or one of a group of texts; the key itself where there is none. In `arena`. */
Text
words_get(const Words *words, const char *key);

Text
words_of(const Words *words, const char *group, Text key);

Text
words_fill(const Words *words, const char *key, const Text *values, size_t count);

/* A line of it. */
void
words_say(const Words *words, FILE *stream, const char *key, const Text *values, size_t count);

/* The n-th text of a list, TEXT_NONE behind the last. */
Text
words_at(const Words *words, const char *list, size_t index);

#endif
