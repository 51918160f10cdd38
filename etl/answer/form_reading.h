/* What was read from a form's sheet: values with their evidence and place, and what was not understood. */
#ifndef HUIZONG_ANSWER_FORM_READING_H
#define HUIZONG_ANSWER_FORM_READING_H

#include "asked/form_scope.h"
#include "rows/row.h"
#include "table/sheet.h"

/* One field's answer as written. */
typedef struct FormValue {
    const Field *field;
    Place place;
    Text raw;         /* empty where the label has nothing beside it */
    Text marks;       /* of its row */
    Text label;       /* as written, with its notes */
    Text unit;        /* what is said of units above it, or TEXT_NONE */
    Text beside;      /* what a cell 单位 beside it says, or TEXT_NONE */
    bool weak;        /* only a heading asked for it */
    const char *code; /* why it is not taken, or NULL */
} FormValue;

/* Something that stands in the form and was not taken: a text, or a label that may mean several fields. */
typedef struct FormRest {
    const char *code;
    Place place;
    Text raw;
    Text field;    /* near which it stands, or TEXT_NONE */
    Text expected; /* or TEXT_NONE */
} FormRest;

typedef struct FormReading {
    const Sheet *sheet;
    FormValue *values;
    size_t value_count;
    size_t value_room;
    FormRest *rests;
    size_t rest_count;
    size_t rest_room;
    size_t years_right; /* labels that name this form's year, and another's */
    size_t years_other;
    Text other_label;
    Place other_place;
    Arena *arena;
} FormReading;

FormReading *
form_reading_new(const Sheet *sheet, Arena *arena);

/* The new value's place in the reading. */
size_t
form_reading_add(FormReading *reading, const FormValue *value);

void
form_reading_leave(FormReading *reading, const FormRest *rest);

#endif
