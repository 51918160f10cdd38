/* What a caller may have left a program without. */
#ifndef HUIZONG_BASE_CALLER_H
#define HUIZONG_BASE_CALLER_H

#include <stdbool.h>

/*
 * Opens what is closed of the three standard streams, so that no file gets the number of one and is written into as talk: reading and writing data there
 * still fails, talk leads nowhere. And lets a process be waited for again where its caller ignores SIGCHLD. False where a stream could not be opened (errno).
 */
bool
caller_settle(void);

#endif
