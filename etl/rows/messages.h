/*
 * The one catalogue of what offices read, schemas/messages.json: for each code its Chinese text and what to do, and
 * its English meaning.
 * Placeholders: {file} {sheet} {cell} {row} {field} {raw} {read_as} {expected} {unit} {platform} {enterprise}; an
 * empty value renders as （空）, an empty sheet, which is a text file's only one, as 本文件.
 */
#ifndef HUIZONG_ROWS_MESSAGES_H
#define HUIZONG_ROWS_MESSAGES_H

#include "base/arena.h"
#include "base/err.h"

typedef struct Messages Messages;

typedef struct MessageValues {
    Text file, sheet, cell, row, field, raw, read_as, expected, unit, platform, enterprise;
} MessageValues;

/* Reads and checks the catalogue: unknown placeholder, missing text, duplicate code are refused with their path. */
Messages *
messages_open(const char *path, Err *err);

void
messages_close(Messages *messages);

bool
messages_known(const Messages *messages, Text code);

/* A short name for a ledger cell ("逾期送达"); the code itself where it is unknown. */
Text
messages_title(const Messages *messages, Text code);

/* What is wrong and what to do, in one paragraph; in `arena`. Raw values longer than 200 characters are cut with "…".
 * */
Text
messages_render(const Messages *messages, Text code, const MessageValues *values, Arena *arena);

/* The two sentences of messages_render apart: what is wrong, and what to do (TEXT_NONE where nothing is said). */
Text
messages_problem(const Messages *messages, Text code, const MessageValues *values, Arena *arena);

Text
messages_todo(const Messages *messages, Text code, const MessageValues *values, Arena *arena);

/* What messages_problem says, without a full stop: a piece of a line. */
Text
messages_piece(const Messages *messages, Text code, const MessageValues *values, Arena *arena);

/* Whether raw, read_as and expected are no text of the cell, but numbers and names that only the text puts right: "in_words" of the catalogue. */
bool
messages_in_words(const Messages *messages, Text code);

/* The English meaning, for `huizong explain`. */
Text
messages_english(const Messages *messages, Text code);

size_t
messages_count(const Messages *messages);

Text
messages_code(const Messages *messages, size_t index);

#endif
