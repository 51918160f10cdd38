/* The next cycle from an old one: a copy in which nothing counts as confirmed. */
#ifndef HUIZONG_SETUP_CYCLE_NEW_H
#define HUIZONG_SETUP_CYCLE_NEW_H

#include "base/arena.h"
#include "base/err.h"

/*
 * Writes schemas_dir/name with the .json files of schemas_dir/old. The package gets the new name; each value, rule and field becomes assumed, with a reason that keeps what
 * the old cycle gave for it ("沿用fujian-2023，待核对；原依据：…"). A folder that is there already is refused (ERR_CANNOT_CREATE) and stays as it is.
 */
bool
cycle_new(const char *schemas_dir, const char *old, const char *name, Arena *arena, Err *err);

#endif
