/* A field as the cell that a clerk fills in. */
#ifndef HUIZONG_TEMPLATE_ENTRY_H
#define HUIZONG_TEMPLATE_ENTRY_H

#include "template/blank.h"

/* Its format, its drop-down (of a recommending unit: the cycle's units) and its prompt. */
FillEntry
entry_of(const Blank *blank, const Field *field);

/* What to write there, in whole sentences: by its type and what may stand there; TEXT_NONE where nothing is said. */
Text
entry_how(const Blank *blank, const Field *field);

#endif
