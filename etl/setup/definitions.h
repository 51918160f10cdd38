/* Everything that stands under schemas/, read and checked before anything is written anywhere. */
#ifndef HUIZONG_SETUP_DEFINITIONS_H
#define HUIZONG_SETUP_DEFINITIONS_H

#include "rows/messages.h"
#include "schema/cycle.h"
#include "schema/upload.h"

typedef struct Definition {
    Cycle *cycle;
    UploadSet *uploads;
} Definition;

typedef struct Definitions {
    Definition *items;
    size_t count;
    UploadSet *registers;
    Messages *messages;
} Definitions;

/*
 * The cycles of `names` (NULL-terminated; NULL: all there are) and the registers. Beyond what each file's reader checks: a rule's code has its words in messages.json, its shape is in sql/rules, and its operands are in the cycle.
 * The summary has what the official table rests on. False with ERR_CONFIG and the path of what is wrong, the first of all that stand in err->all where it has a list.
 */
bool
definitions_read(const char *schemas_dir, const char *const *names, Definitions *out, Arena *arena, Err *err);

/* Closes the catalogue; the rest goes with the arena. */
void
definitions_close(Definitions *definitions);

#endif
