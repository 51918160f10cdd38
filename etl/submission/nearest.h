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
    Text untaken; /* a list that the cycle does not take, the first that a sheet is called */
    Text here;    /* the same of the last sheet */
} Nearest;

/* Keeps what is to be said of a sheet whose header fits no kind, where it came nearer than those before; in `arena`. */
void
nearest_keep(Nearest *nearest, const Sheet *sheet, const Header *header, const UploadSet *set, Arena *arena);

/* With its code: that the list is not taken that sheet or file (`stem`) are called; else what was read and which columns were looked for, of the kind that came nearest, or of all. In `arena`. */
Finding
nearest_finding(const Nearest *nearest, const UploadSet *set, Text stem, Arena *arena);

/* That a sheet or file is not read which is called so. In `arena`. */
Finding
nearest_untaken(Text name, const UploadSet *set, Arena *arena);

#endif
