/* What a replay has found, in the office's words. */
#ifndef HUIZONG_REPLAY_TOLD_H
#define HUIZONG_REPLAY_TOLD_H

#include "progress/wording.h"
#include "replay/replay.h"

/* Whether the standing outbox is not what was kept, or current leads elsewhere than to the newest night. */
bool
replay_is_altered(const ReplayResult *result);

/* Lines of replay.json. */
void
replay_tell(const ReplayOrder *order, const ReplayResult *result, const Wording *words, FILE *out, Arena *arena);

#endif
