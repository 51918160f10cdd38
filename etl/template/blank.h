/* One blank workbook on its way: whose kind it is, and what its sheets share. */
#ifndef HUIZONG_TEMPLATE_BLANK_H
#define HUIZONG_TEMPLATE_BLANK_H

#include "out/fillbook.h"
#include "schema/cycle.h"
#include "template/phrases.h"

typedef struct Blank {
    const Cycle *cycle;
    const UploadKind *kind;
    const Phrases *phrases;
    Fillbook *book;
    Arena *arena; /* what an entry borrows lives in it */
} Blank;

#endif
