/* The progress line: on stderr where that is a terminal, at most four a second; silent otherwise. */
#ifndef HUIZONG_BASE_PROGRESS_H
#define HUIZONG_BASE_PROGRESS_H

#include <stdint.h>

/* "what: done of total", or "what: done" where total is 0: unknown. Cheap enough for every file, not for every cell. */
void
progress_show(const char *what, uint64_t done, uint64_t total);

/* Wipes the line. */
void
progress_end(void);

#endif
