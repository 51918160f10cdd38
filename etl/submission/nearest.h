/* The header that came nearest to a known kind: what a refusal says was read, should no sheet hold a table. */
#ifndef HUIZONG_SUBMISSION_NEAREST_H
#define HUIZONG_SUBMISSION_NEAREST_H

#include "rows/finding.h"
#include "table/header.h"

typedef struct Nearest {
    Text labels;  /* of the header */
    Text missing; /* what it lacked */
    Text expected;
    size_t found; /* its fields; 0: no header came near */
} Nearest;

/* Keeps what is to be said of a header that fits no kind, where it came nearer than those before; in `arena`. */
void
nearest_keep(Nearest *nearest, const Header *header, Arena *arena);

/* What was read and which columns were looked for: of the kind that came nearest, or of all. In `arena`. */
Finding
nearest_finding(const Nearest *nearest, const UploadSet *set, Arena *arena);

#endif
