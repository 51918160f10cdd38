/*
 * Shuts a process in before it reads strange bytes: whoever takes it over by them finds nothing to reach. What it opened it may read and write to the
 * end; it can open nothing more, start nothing, reach no network, no other process and no name in the file system.
 */
#ifndef HUIZONG_CAGE_CAGE_H
#define HUIZONG_CAGE_CAGE_H

#include "base/err.h"
#include "base/limits.h"

/*
 * Both of the below, for the rest of the process' life; false with *err where the kernel cannot. Nothing where HUIZONG_CAGE is "off" in the environment
 * (the night's readers get none), and in builds with a sanitizer or with coverage, which need more of the system.
 */
bool
cage_enter(const Limits *limits, Err *err);

/*
 * What the system gives at most: memory, processor time, open files, bytes in a file; no core file, in which personal data would lie. An upload that takes
 * more memory or time ends the process with ERR_BEYOND: it would do so again.
 */
bool
cage_limit(const Limits *limits, Err *err);

/* From here on any system call but those that reading and writing need ends the process with ERR_BUG and a line that names it. */
bool
cage_close(Err *err);

#endif
