/* Where the answer to a label that is a cell of its own stands: in the cells to the right, or below. */
#ifndef HUIZONG_FORM_FORM_BESIDE_H
#define HUIZONG_FORM_FORM_BESIDE_H

#include "asked/form_span.h"
#include "form/form_reader.h"

/* What a cell is to the label beside it; NULL is nothing. */
typedef enum FormRole { FORM_ROLE_NOTHING, FORM_ROLE_LABEL, FORM_ROLE_UNIT, FORM_ROLE_YEAR, FORM_ROLE_ANSWER } FormRole;

typedef struct FormBeside {
    FormCell *answers[FORM_SCOPE_BLANKS]; /* in the order of the fields; NULL: that one is blank */
    size_t count;                         /* how many of them are there */
    FormCell *unit;
    FormCell *year;         /* the last beside the label */
    const FormCell *dating; /* what says of which years the answer is, or NULL */
    FormSpanFit fit;        /* whether those are the field's */
    int column;             /* where an answer would stand, or stands covered by a merged range */
} FormBeside;

FormRole
form_beside_role(const FormReader *reader, const FormCell *cell, const FormTarget *target);

/* 2022年, 2020至2022年, 2021年起, and nothing else. */
bool
form_beside_is_years(const FormReader *reader, const FormCell *cell);

/* The answers to the right of a label, in the row by index `index`, which is one of the label's; those in hidden columns only where no other stands there. */
FormBeside
form_beside_right(const FormReader *reader, const FormCell *label, size_t index, const FormTarget *target);

/* The cell above the place of a label's answer that is merged over it and others, and was an answer to one of those; else NULL. */
FormCell *
form_beside_merged(const FormReader *reader, const FormCell *label, int column);

/* The cell below a label where a row of labels has its answers in the next row; else NULL. */
FormCell *
form_beside_below(const FormReader *reader, const FormCell *label);

/* True where a label of a box to tick, 5G or □5G, has its answer in a cell of its own: always without a box, else where the next cell is nothing but marks. */
bool
form_beside_is_ticked(const FormReader *reader, const FormCell *label);

/* True where the next filled cell in the row is a label too. */
bool
form_beside_leads(const FormReader *reader, const FormCell *label);

#endif
