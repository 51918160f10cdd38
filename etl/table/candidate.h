/* The columns that a header would have if it stood in certain rows, each with the texts that may name its field. */
#ifndef HUIZONG_TABLE_CANDIDATE_H
#define HUIZONG_TABLE_CANDIDATE_H

#include "schema/label.h"
#include "table/header.h"

enum { CANDIDATE_WAYS = 2 };

typedef struct Candidate {
    HeaderColumn head;
    Label ways[CANDIDATE_WAYS]; /* the lowest label, and that with the label of its group before it */
    size_t way_count;
    LabelMatch match; /* of head.field, where that is set */
    size_t alias;     /* of head.field: which of its labels */
    size_t kinds;     /* how many kinds have a column of this name */
} Candidate;

typedef struct Candidates {
    Candidate *items;
    size_t count;
} Candidates;

/* The labelled columns of the `span` rows from index `first`, without fields yet; in `arena`. Columns beyond HEADER_MAX_COLUMNS do not count. */
Candidates
candidates_of(const Sheet *sheet, size_t first, size_t span, Arena *arena);

#endif
