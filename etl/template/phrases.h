/*
 * What the blank workbooks say beyond their fields, schemas/template.json: words, what to write in a field of each type, and the hints of the notes. A "{}" in a text stands for a
 * value. Texts live in the arena they were read into.
 */
#ifndef HUIZONG_TEMPLATE_PHRASES_H
#define HUIZONG_TEMPLATE_PHRASES_H

#include "base/json.h"
#include "schema/upload.h"

typedef enum Phrase {
    PHRASE_FILE,
    PHRASE_SHEET_TABLE,
    PHRASE_SHEET_FORM,
    PHRASE_SHEET_LIST,
    PHRASE_SHEET_NOTES,
    PHRASE_SHEET_LISTS,
    PHRASE_HEAD_LABEL,
    PHRASE_PART_LABEL,
    PHRASE_PART_VALUE,
    PHRASE_PART_PROMPT,
    PHRASE_BLANK,
    PHRASE_BLANK_YEAR,
    PHRASE_LIST_LABEL,
    PHRASE_ITEM,
    PHRASE_VALUE,
    PHRASE_UNIT,
    PHRASE_YEARS,
    PHRASE_FIELD,
    PHRASE_PLACE,
    PHRASE_MEANING,
    PHRASE_REQUIRED,
    PHRASE_NONE,
    PHRASE_SOURCE,
    PHRASE_YES,
    PHRASE_YES_OR_NONE,
    PHRASE_ONE_OF,
    PHRASE_SEVERAL_PLATFORMS,
    PHRASE_NO,
    PHRASE_REQUIRED_PROMPT,
    PHRASE_UNIT_PROMPT,
    PHRASE_UNIT_ASSUMED_PROMPT,
    PHRASE_YEARS_PROMPT,
    PHRASE_NONE_PROMPT,
    PHRASE_RANGE_PROMPT,
    PHRASE_CHOOSE_PROMPT,
    PHRASE_CHOOSE_OPEN_PROMPT,
    PHRASE_UNIT_NAME_PROMPT,
    PHRASE_EXTRA_COLUMN,
    PHRASE_ASSUMED,
    PHRASE_UNIT_ASSUMED,
    PHRASE_TICK,
    PHRASE_NO_TICK,
    PHRASE_COUNT
} Phrase;

enum { PHRASES_TYPE_COUNT = FIELD_PERIOD + 1, PHRASES_LAYOUT_COUNT = LAYOUT_LIST + 1 };

typedef struct PhraseList {
    Text *items;
    size_t count;
} PhraseList;

typedef struct Phrases {
    Text words[PHRASE_COUNT];
    Text types[PHRASES_TYPE_COUNT]; /* TEXT_NONE where nothing is said */
    Text partial_date;
    PhraseList hints; /* for every kind */
    PhraseList layout_hints[PHRASES_LAYOUT_COUNT];
} Phrases;

/* In `arena`. NULL with ERR_CONFIG: a key that is missing or unknown, with file and path. */
Phrases *
phrases_read(const char *path, Arena *arena, Err *err);

/* `text` with its first "{}" replaced by `value`, in `arena`. */
Text
phrases_fill(Text text, Text value, Arena *arena);

#endif
