/* A JSON text in the making: what a statement of sql/setup takes. It has a ceiling, which jsontext_merge asks for. */
#ifndef HUIZONG_SETUP_JSONTEXT_H
#define HUIZONG_SETUP_JSONTEXT_H

#include "base/buf.h"
#include "db/db.h"

typedef struct JsonText {
    Buf buf;
} JsonText;

JsonText
jsontext_begin(void);

void
jsontext_end(JsonText *json);

/* A bracket, as it stands. */
void
jsontext_put(JsonText *json, const char *literal);

/* The comma before a further element. */
void
jsontext_part(JsonText *json);

/* A member; TEXT_NONE is null. */
void
jsontext_text(JsonText *json, const char *key, Text value);

/* A member whose value is JSON already. */
void
jsontext_json(JsonText *json, const char *key, Text value);

void
jsontext_number(JsonText *json, const char *key, int64_t value);

/* -1 stands for none. */
void
jsontext_limit(JsonText *json, const char *key, int64_t value);

void
jsontext_flag(JsonText *json, const char *key, bool value);

/* A list of texts; an empty one is null. */
void
jsontext_texts(JsonText *json, const char *key, const Text *texts, size_t count);

/* Runs a statement that takes (name, JSON), or JSON alone where the name is TEXT_NONE, and adds the number of rows it changed. */
bool
jsontext_merge(Db *db, const char *statement, Text name, const JsonText *json, uint64_t *changed, Err *err);

#endif
