/* The manifest of a kept night, as JSON: what it was made with, and path and SHA-256 of each file. */
#ifndef HUIZONG_REPLAY_MANIFEST_H
#define HUIZONG_REPLAY_MANIFEST_H

#include "base/buf.h"
#include "replay/kept.h"

enum { MANIFEST_MAX = 64 << 20 };

/* Into `json`, which is not whole then where it exceeds its ceiling. */
void
manifest_render(Buf *json, const Kept *kept);

/* The other way; everything lives in `arena`. A path that leads out of its folder is refused (ERR_DATA). */
bool
manifest_parse(Text bytes, Arena *arena, Kept *kept, Err *err);

/* Cycle and clock of an outbox folder, from its run.json; ERR_DATA where it is another cycle's. */
bool
manifest_clock(const char *outbox, Text cycle, Arena *arena, Kept *kept, Err *err);

#endif
