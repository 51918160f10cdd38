#include "base/crash.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"

#ifndef __SANITIZE_ADDRESS__

static const char *crashing;

static void
say(const char *text)
{
    ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written;
}

/* Only what a signal handler may call. */
static void
on_crash(int number)
{
    (void)number;
    say(crashing);
    say(": crashed: a bug, or a library without memory\n");
    _exit(ERR_BUG);
}

/* On a stack of its own, where the program's is used up. */
void
crash_tell(const char *program)
{
    enum { STACK = 1 << 16 };
    static char stack[STACK];
    static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
    const stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
    crashing = program;
    sigemptyset(&action.sa_mask);
    if (sigaltstack(&alternate, NULL) != 0)
        action.sa_flags = 0;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
}

#else

void
crash_tell(const char *program)
{
    (void)program;
}

#endif
