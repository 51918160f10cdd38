/*
 * What a JSON text says, read by jansson itself and not by base/json: the other reading that an oracle compares with. A source of its own, since the two
 * share names.
 */
#ifndef HUIZONG_TESTS_SPELLED_H
#define HUIZONG_TESTS_SPELLED_H

#include "base/text.h"

#include <stdint.h>

/* A value of a document; NULL where there is none, which every function takes. */
typedef struct Spelled Spelled;

/* The whole document; NULL where it is no JSON. Freed by spelled_free. */
Spelled *
spelled_read(Text text);

void
spelled_free(Spelled *document);

const Spelled *
spelled_member(const Spelled *object, const char *key);

const Spelled *
spelled_at(const Spelled *array, size_t index);

/* Members or elements. */
size_t
spelled_count(const Spelled *value);

/* Borrowed; TEXT_NONE where it is no string. */
Text
spelled_text(const Spelled *value);

/* 0 where it is no whole number. */
int64_t
spelled_number(const Spelled *value);

bool
spelled_true(const Spelled *value);

#endif
