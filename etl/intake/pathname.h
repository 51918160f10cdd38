/*
 * How a name of the file system stands in the ledger: UTF-8, and no two names alike. A component in UTF-8 stays; one in GB18030 (a disc written under
 * Chinese Windows) is decoded, which is a guess; in any other the bytes above 7F become %XX. Controls and marks that turn a line around (text_control) become %XX everywhere: what is
 * shown can be read, typed into a register, and steers nothing. A literal % is always %25.
 */
#ifndef HUIZONG_INTAKE_PATHNAME_H
#define HUIZONG_INTAKE_PATHNAME_H

#include "base/arena.h"
#include "base/err.h"

typedef struct PathName {
    Text bytes;   /* as the file system has it, relative, parts joined by '/' */
    Text shown;   /* as the ledger has it */
    Text escaped; /* the same without the guess: for the rare case that two names would be shown alike */
    bool guessed;
} PathName;

/* The name of `component` inside `folder` (all empty: the root). Everything lives in `arena`. */
bool
pathname_join(const PathName *folder, Text component, Arena *arena, PathName *out, Err *err);

#endif
