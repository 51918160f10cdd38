/* Work in a process of its own beside the caller's, on a copy of its memory: what it writes into files stays, what it writes into memory goes with it, but for what is shared. */
#ifndef HUIZONG_BASE_BESIDE_H
#define HUIZONG_BASE_BESIDE_H

#include <stddef.h>

#include "base/err.h"

typedef bool
BesideWork(void *context, Err *err);

/* Does `beside` in another process while `here` is done in this one, and waits for both; false with the fault of `here`, else that of `beside`. `beside` may not use a
 * connection that this process has; it ends at once where this process ends. */
bool
beside_run(BesideWork *beside, BesideWork *here, void *context, Err *err);

/* Zeroed memory that both see; NULL with *err. Given back by beside_unshare. */
void *
beside_share(size_t size, Err *err);

/* Nothing is done with NULL. */
void
beside_unshare(void *shared, size_t size);

#endif
