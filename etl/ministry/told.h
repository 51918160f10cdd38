/* What the program says of a package, in Chinese: to stdout what was done, to stderr what is in the way. */
#ifndef HUIZONG_MINISTRY_TOLD_H
#define HUIZONG_MINISTRY_TOLD_H

#include <stdio.h>

#include "ministry/final.h"

/* True where the package is there; else ERR_DATA (open) or ERR_USAGE (a reason is needed). */
bool
told_final(const State *state, const FinalResult *result, FILE *out, FILE *talk, Err *err);

/* That there is no package, and of which moment the state is: what was sent or registered since is not in it. */
void
told_moment(const State *state, FILE *talk);

/* Verifies the package and says each deviation; ERR_DATA where it is not sound. */
bool
told_verify(const char *schemas_dir, const char *folder, Arena *arena, FILE *out, Err *err);

#endif
