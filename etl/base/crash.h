/* What ends a program although nobody meant it to: a bug, or a foreign library that has no memory left and looks into it. */
#ifndef HUIZONG_BASE_CRASH_H
#define HUIZONG_BASE_CRASH_H

/* From now on a crash is a line on stderr and exit 70. `program` is borrowed for the life of the process. Not under sanitizers, which tell more. */
void
crash_tell(const char *program);

#endif
