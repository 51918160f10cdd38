/* Files below a folder, as items of a plan that are to be removed. */
#ifndef HUIZONG_DISPOSAL_WALK_H
#define HUIZONG_DISPOSAL_WALK_H

#include "disposal/plan.h"

/* Whether a file is meant; its name is below the root. NULL: every one is. */
typedef bool
WalkWants(const void *context, Text name);

typedef struct Walk {
    Plan *plan;
    const char *root;
    const char *part;
    const char *action;
    WalkWants *wants;
    const void *context;
} Walk;

/*
 * Hashes and adds each plain file below `folder`, which is below the root ("." is the root itself). A missing folder has nothing. ERR_DATA with what to do
 * where a name is not UTF-8: no record could name it.
 */
bool
walk_folder(const Walk *walk, Text folder, Err *err);

/* The last part of a name, and the folder before it ("." where there is none). */
Text
walk_last_name(Text name);

Text
walk_parent(Text name);

#endif
