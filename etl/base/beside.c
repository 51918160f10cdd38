#include "base/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* One that outlived its caller would write where the next run writes. An Err is shorter than what a pipe takes in one piece. */
static _Noreturn void
work_and_leave(BesideWork *work, void *context, int fault, pid_t caller)
{
    Err err = {0};
    bool ok = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == caller && work(context, &err);
    if (!ok && write(fault, &err, sizeof err) != (ssize_t)sizeof err)
        _exit(ERR_BUG);
    _exit(ok ? EXIT_SUCCESS : ERR_BUG);
}

/* `fault` is where the work's Err comes out. */
static bool
begin(BesideWork *work, void *context, pid_t *pid, int *fault, Err *err)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return err_set(err, ERR_IO, "could not make a pipe: %m");
    pid_t caller = getpid();
    /* what waits in a stream would be written twice */
    fflush(NULL);
    *pid = fork();
    if (*pid == 0)
        work_and_leave(work, context, ends[1], caller);
    close(ends[1]);
    *fault = ends[0];
    if (*pid > 0)
        return true;
    close(ends[0]);
    return err_set(err, ERR_IO, "could not start a process: %m");
}

static bool
end(pid_t pid, int fault, Err *err)
{
    Err left;
    ssize_t count;
    do
        count = read(fault, &left, sizeof left);
    while (count < 0 && errno == EINTR);
    close(fault);
    int status;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return err_set(err, ERR_IO, "could not wait for a process: %m");
    }
    if (status == 0)
        return true;
    if (WIFSIGNALED(status))
        return err_set(err, ERR_BUG, "a process of this program was ended by signal %d", WTERMSIG(status));
    /* without memory it has no Err to send, and has said so itself */
    if (count != (ssize_t)sizeof left || left.code == ERR_NONE)
        return err_set(err, WEXITSTATUS(status) == ERR_IO ? ERR_IO : ERR_BUG,
                       "a process of this program ended with status %d", WEXITSTATUS(status));
    *err = left;
    return false;
}

bool
beside_run(BesideWork *beside, BesideWork *here, void *context, Err *err)
{
    pid_t pid = 0;
    int fault = -1;
    Err other;
    if (!begin(beside, context, &pid, &fault, err))
        return false;
    bool done = here(context, err);
    return end(pid, fault, done ? err : &other) && done;
}

void *
beside_share(size_t size, Err *err)
{
    void *shared = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared != MAP_FAILED)
        return shared;
    err_set(err, ERR_IO, "could not share memory: %m");
    return NULL;
}

void
beside_unshare(void *shared, size_t size)
{
    if (shared != NULL)
        munmap(shared, size);
}
