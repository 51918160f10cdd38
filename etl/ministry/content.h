/* What a package says of one state: the nominations that are passed on, their indicators, and what keeps it a draft. */
#ifndef HUIZONG_MINISTRY_CONTENT_H
#define HUIZONG_MINISTRY_CONTENT_H

#include "parcel/grid.h"
#include "results/lookup.h"
#include "results/openmatters.h"

/* The first columns of each grid tell the nomination. */
enum { CONTENT_NO, CONTENT_UNIT, CONTENT_PLATFORM, CONTENT_ENTERPRISE, CONTENT_LEADING };

/* Of the indicators: the columns that tell the field, by its key and as the form prints it. */
enum { CONTENT_FIELD = CONTENT_LEADING + 1, CONTENT_LABEL };

typedef struct Content {
    const State *state;
    const size_t *rows; /* of STATE_NOMINATIONS, in the order of the official table */
    size_t row_count;
    const Lookup *nomination_rows; /* by key */
    size_t *numbers;               /* of each row of STATE_NOMINATIONS among `rows`, from 1; 0: not passed on */
    const Lookup *onward;          /* STATE_ONWARD by key */
    Grid head;                     /* of the official table: label, value */
    Grid nominations;
    Grid indicators;           /* without a column where the cycle has no form */
    bool lists;                /* the lists are passed on as well, */
    bool personal;             /* with what they say of people */
    char sha256[HASH_HEX + 1]; /* of all of this: the same for the same content at any clock */
} Content;

/* In the state's arena; NULL with *err. */
const Content *
content_gather(const State *state, bool lists, bool personal, Err *err);

/* The line of STATE_ONWARD that speaks of `rows[no]`; SIZE_MAX where there is none. */
size_t
content_onward(const Content *content, size_t no);

/* A list of one of the nominations that are passed on: its number among them from 1, 0 where it is none of theirs. */
size_t
content_list_no(const Content *content, size_t list);

#endif
