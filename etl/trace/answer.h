/*
 * What a trace tells: parts in the order of telling, each of rows, each of facts (a key and what is said). Printed in Chinese for the office, words from
 * schemas/trace.json and codes by the catalogue; or as JSON for programs, where keys and codes stand as they are.
 */
#ifndef HUIZONG_TRACE_ANSWER_H
#define HUIZONG_TRACE_ANSWER_H

#include <stdio.h>

#include "progress/wording.h"
#include "results/state.h"

typedef struct Answer Answer;

/* In the state's arena. NULL with *err where trace.json cannot be read. */
Answer *
answer_new(const State *state, const char *schemas_dir, Err *err);

/* The next part; a part without rows is not told. */
void
answer_part(Answer *answer, const char *key);

/* The next row of the part. */
void
answer_row(Answer *answer);

/* A fact of the row; without a value none. The value is copied. */
void
answer_fact(Answer *answer, const char *key, Text value);

/* A row of a query's result as a row of the part: each column is a fact. Columns that begin with "by_" or end with "_id" or "_no" are not told. */
void
answer_result_row(Answer *answer, const DbResult *result, size_t row);

/* A sentence of trace.json as a fact, its gaps filled. */
void
answer_say(Answer *answer, const char *key, const char *sentence, const Text *values, size_t count);

/* How many rows the part has that was begun last. */
size_t
answer_rows(const Answer *answer);

bool
answer_print(const Answer *answer, FILE *out, Err *err);

bool
answer_json(const Answer *answer, FILE *out, Err *err);

#endif
