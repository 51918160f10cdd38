#include "base/progress.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { INTERVAL_MS = 250 };

/* The progress line on the terminal: when it was last drawn, whether it stands there. */
static struct {
    struct timespec drawn_at;
    bool drawn;
} progress;

static bool
progress_is_due(void)
{
    struct timespec now;
    int64_t elapsed_ms;

    if (isatty(STDERR_FILENO) != 1 || clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return false;
    elapsed_ms =
        ((int64_t)now.tv_sec - progress.drawn_at.tv_sec) * 1000 + (now.tv_nsec - progress.drawn_at.tv_nsec) / 1000000;
    if (progress.drawn && elapsed_ms < INTERVAL_MS)
        return false;
    progress.drawn_at = now;
    progress.drawn = true;
    return true;
}

void
progress_show(const char *what, uint64_t done, uint64_t total)
{
    if (!progress_is_due())
        return;
    if (total == 0)
        fprintf(stderr, "\r\033[K%s: %" PRIu64, what, done);
    else
        fprintf(stderr, "\r\033[K%s: %" PRIu64 " of %" PRIu64, what, done, total);
}

void
progress_end(void)
{
    if (!progress.drawn)
        return;
    fprintf(stderr, "\r\033[K");
    progress.drawn = false;
}
