/* The programs of one installation lie in one folder. */
#ifndef HUIZONG_BASE_SIBLING_H
#define HUIZONG_BASE_SIBLING_H

#include "base/arena.h"
#include "base/err.h"

/* The path of the program `name`, "huizong-extract", beside the one that runs; NULL with *err where its own place cannot be told. */
const char *
sibling_path(const char *name, Arena *arena, Err *err);

/* Runs it in place of this program; comes back only with *err. */
void
sibling_become(const char *name, char **argv, Err *err);

#endif
