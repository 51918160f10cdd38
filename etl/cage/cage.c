#include "cage/cage.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/foreign.h"
#include "base/log.h"
#include "cage/filter.h"

#if defined(__SANITIZE_ADDRESS__) || defined(HUIZONG_COVER)
enum { BARE_BUILD = 0 };
#else
enum { BARE_BUILD = 1 };
#endif

enum { MOST_FILES = 64 };

/* Beside the shared strings; five times what any upload of the benchmarks needs. */
#define MOST_MEMORY (1024 * LIMIT_MIB)

/* From `soft` on the process is told, beyond `most` it gets nothing. */
static bool
set_limits(__rlimit_resource_t resource, uint64_t soft, uint64_t most, Err *err)
{
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0)
        return err_set(err, ERR_CONFIG, "could not read a limit of this process: %m");
    if (limit.rlim_max > most)
        limit.rlim_max = most;
    limit.rlim_cur = limit.rlim_max > soft ? soft : limit.rlim_max;
    return setrlimit(resource, &limit) == 0 || err_set(err, ERR_CONFIG, "could not limit this process: %m");
}

static bool
set_limit(__rlimit_resource_t resource, uint64_t most, Err *err)
{
    return set_limits(resource, most, most, err);
}

/* What the reader of a format would have refused for its time, had it been asked. */
static _Noreturn void
end_on_time(int signal_number)
{
    static const char line[] = "ended: the upload takes more processor time than a reader may\n";
    ssize_t written = write(STDERR_FILENO, line, sizeof line - 1);
    (void)written;
    (void)signal_number;
    _exit(ERR_BEYOND);
}

static bool
limit_time(const Limits *limits, uint64_t times, Err *err)
{
    enum { LATER = 2 }; /* seconds: whoever asks for the time says more */
    signal(SIGXCPU, end_on_time);
    return set_limits(RLIMIT_CPU, limits->cpu_seconds + LATER, times * limits->cpu_seconds, err);
}

static bool
limit_memory(uint64_t most, Err *err)
{
    mem_bound(most);
    return set_limit(RLIMIT_AS, most, err);
}

/*
 * The readers keep their own limits and say what exceeds them; these stand behind, for the case that one of them errs. A text may be written three
 * times over: escaped, beside what it was read as, and in a finding.
 */
bool
cage_limit(const Limits *limits, Err *err)
{
    enum { TIMES = 4 };
    signal(SIGXFSZ, SIG_IGN);
    return set_limit(RLIMIT_CORE, 0, err) && set_limit(RLIMIT_NOFILE, MOST_FILES, err) &&
           limit_memory(MOST_MEMORY + limits->strings, err) && set_limit(RLIMIT_FSIZE, TIMES * limits->text, err) &&
           limit_time(limits, TIMES, err);
}

/* A refused call is never answered: a library that took a failure for "there is none" would read the upload otherwise. */
static _Noreturn void
end_on_call(int signal_number, siginfo_t *info, void *context)
{
    (void)signal_number;
    (void)context;
    log_error("ended: system call %d is not allowed to a program that reads uploads", info->si_syscall);
    _exit(ERR_BUG);
}

bool
cage_close(Err *err)
{
    struct sigaction action = {.sa_sigaction = end_on_call, .sa_flags = SA_SIGINFO};
    /* The C library looks for the machine's time zone each time that libzip asks for one, but only once for one that is named. */
    bool named = setenv("TZ", "UTC0", 1) == 0;
    tzset();
    if (!named || sigaction(SIGSYS, &action, NULL) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0)
        return err_set(err, ERR_CONFIG, "could not shut this program in: %m");
    return filter_load() || err_set(err, ERR_CONFIG,
                                    "could not shut this program in before it reads uploads: the kernel "
                                    "gives no seccomp filter (for files of one's own: HUIZONG_CAGE=off)");
}

bool
cage_enter(const Limits *limits, Err *err)
{
    const char *wish = getenv("HUIZONG_CAGE");
    if (!BARE_BUILD || (wish != NULL && strcmp(wish, "off") == 0))
        return true;
    return cage_limit(limits, err) && cage_close(err);
}
