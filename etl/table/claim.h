/* Which column of a header is which field of a kind. */
#ifndef HUIZONG_TABLE_CLAIM_H
#define HUIZONG_TABLE_CLAIM_H

#include "table/candidate.h"

/* Gives each column at most one field and each field at most one column, the surest first. `begins`: of each field's aliases. */
void
claim_settle(Candidates *found, const UploadKind *kind, const LabelSet *begins, Arena *arena);

/* A number of things, as the column 数量 of a list: known only by its whole names. */
bool
claim_counts_things(const Field *field);

#endif
