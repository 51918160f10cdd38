/* What nights have put out and the archive has kept of it: names and phones stand in it. */
#ifndef HUIZONG_DISPOSAL_RESULTS_H
#define HUIZONG_DISPOSAL_RESULTS_H

#include "disposal/plan.h"

/*
 * Adds each content once, under the first night and path that it had. `staying` are those of the archive that something else needs as well, as a
 * final package does. The manifests stay: they have digests and nobody's name.
 */
bool
results_add(Plan *plan, Db *db, const char *archive, Text cycle, const Plan *staying, Err *err);

#endif
