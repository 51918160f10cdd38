/* The recommending units of a cycle and every way to write them. */
#ifndef HUIZONG_SCHEMA_CYCLE_UNITS_H
#define HUIZONG_SCHEMA_CYCLE_UNITS_H

#include "schema/cycle.h"

/* Reads the list x:cycle.units.value into units and aliases. A spelling that would mean two units is refused. */
void
cycle_units_read(Json list, Cycle *cycle, Arena *arena, Err *err);

/* The unit's alias (cycle->aliases) that is written so; NULL where none is. */
const CycleAlias *
cycle_units_find(const CycleAlias *aliases, size_t count, Text written, Arena *arena);

#endif
