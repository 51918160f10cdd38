/* What a process that was shut in can still do, and what ends it; each is tried in a child of its own. */
#include "expect.h"

#include "cage/cage.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* AddressSanitizer and counters of coverage ask the system for more when a process ends, so there the second call ends it. */
#if defined(__SANITIZE_ADDRESS__) || defined(HUIZONG_COVER)
enum { REFUSED = 128 + SIGSYS };
#else
enum { REFUSED = ERR_BUG };
#endif

enum { GOOD = 3, SAID_MOST = 512, MOST_ARGUMENTS = 6 };

typedef struct Call {
    const char *name;
    long number;
    long arguments[MOST_ARGUMENTS];
} Call;

/* By address, so that they fit a table of numbers. */
#define ADDRESS(text) (long)(text)
#define CALL(name, ...)                                                                                                \
    {                                                                                                                  \
#name, SYS_##name,                                                                                             \
        {                                                                                                              \
            __VA_ARGS__                                                                                                \
        }                                                                                                              \
    }

/* Runs `work` in a child; gives its exit status, and in `said` what it wrote to stdout and stderr. */
static int
outcome(void (*work)(const void *context), const void *context, char said[SAID_MOST])
{
    int ends[2], status;
    size_t len = 0;
    ssize_t got;
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        dup2(ends[1], STDERR_FILENO);
        close(ends[1]);
        work(context);
        syscall(SYS_exit_group, GOOD);
    }
    close(ends[1]);
    while ((got = read(ends[0], said + len, SAID_MOST - 1 - len)) > 0)
        len += (size_t)got;
    said[len] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void
call_shut_in(const void *context)
{
    const Call *call = context;
    const long *with = call->arguments;
    Err err = {0};
    if (!cage_close(&err))
        _exit(ERR_CONFIG);
    syscall(call->number, with[0], with[1], with[2], with[3], with[4], with[5]);
}

static void
what_nobody_needs_to_read_an_upload_ends_the_process(void **state)
{
    const Call refused[] = {
        CALL(openat, AT_FDCWD, ADDRESS("/etc/passwd"), O_RDONLY),
        CALL(openat, AT_FDCWD, ADDRESS("/tmp/huizong-caged"), O_WRONLY | O_CREAT, 0600),
        CALL(openat, AT_FDCWD, ADDRESS("/tmp"), O_TMPFILE | O_RDWR, 0600),
        CALL(openat2, AT_FDCWD, ADDRESS("/tmp")),
        CALL(open_by_handle_at, AT_FDCWD),
        CALL(memfd_create, ADDRESS("name")),
        CALL(socket, AF_INET, SOCK_STREAM),
        CALL(socket, AF_UNIX, SOCK_STREAM),
        CALL(connect, STDIN_FILENO),
        CALL(sendto, STDIN_FILENO),
        CALL(recvmsg, STDIN_FILENO),
        CALL(execve, ADDRESS("/bin/true")),
        CALL(execveat, AT_FDCWD, ADDRESS("/bin/true")),
        CALL(clone, SIGCHLD),
        CALL(clone3),
        CALL(ptrace),
        CALL(process_vm_readv, 1),
        CALL(process_vm_writev, 1),
        CALL(pidfd_open, 1),
        CALL(kill, 1, 0),
        CALL(tgkill, 1, 1, 0),
        CALL(renameat2, AT_FDCWD, ADDRESS("/tmp/a"), AT_FDCWD, ADDRESS("/tmp/b")),
        CALL(unlinkat, AT_FDCWD, ADDRESS("/tmp/huizong-none")),
        CALL(linkat, AT_FDCWD, ADDRESS("/tmp/a"), AT_FDCWD, ADDRESS("/tmp/b")),
        CALL(symlinkat, ADDRESS("/tmp/a"), AT_FDCWD, ADDRESS("/tmp/b")),
        CALL(mkdirat, AT_FDCWD, ADDRESS("/tmp/huizong-caged"), 0700),
        CALL(fchmod, STDIN_FILENO, 0600),
        CALL(fchmodat, AT_FDCWD, ADDRESS("/tmp/huizong-none"), 0777),
        CALL(fchownat, AT_FDCWD, ADDRESS("/tmp/huizong-none")),
        CALL(truncate, ADDRESS("/tmp/huizong-none")),
        CALL(mount, ADDRESS("none"), ADDRESS("/tmp/huizong-none"), ADDRESS("tmpfs")),
        CALL(unshare, 0),
        CALL(chroot, ADDRESS("/")),
        CALL(io_uring_setup, 1),
        CALL(bpf),
        CALL(init_module),
        CALL(keyctl),
        CALL(userfaultfd),
        CALL(setuid),
        CALL(prlimit64, 0, RLIMIT_CORE),
        CALL(setrlimit, RLIMIT_CORE),
        CALL(prctl, PR_SET_DUMPABLE, 1),
        CALL(seccomp),
        CALL(rt_sigaction, SIGSYS),
        CALL(mmap, 0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
        CALL(mprotect, 0, 0, PROT_EXEC),
        CALL(ioctl, STDIN_FILENO, 0x5412 /* TIOCSTI */, ADDRESS("a")),
        CALL(fcntl, STDIN_FILENO, F_SETOWN, 1),
        CALL(flock, STDIN_FILENO, 0),
        {"read, as x32 numbers it", 0x40000000 | SYS_read, {STDIN_FILENO}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        char said[SAID_MOST], named[32];
        int status = outcome(call_shut_in, &refused[i], said);
        snprintf(named, sizeof named, "system call %ld ", refused[i].number);
        if (status != REFUSED || strstr(said, named) == NULL)
            fail_msg("%s: status %d, \"%s\"", refused[i].name, status, said);
    }
}

/* Takes memory, reads a file that was open before and writes it to stdout; asks the time zone, as libzip does. */
static void
copy_shut_in(const void *context)
{
    const int *file = context;
    Err err = {0};
    char *bytes;
    if (!cage_close(&err) || lseek(*file, 0, SEEK_SET) != 0)
        _exit(ERR_CONFIG);
    bytes = mem_alloc(2 * LIMIT_MIB);
    ssize_t got = read(*file, bytes, LIMIT_MIB);
    if (got < 0 || !file_write_all(STDOUT_FILENO, bytes, (size_t)got) || !file_write_all(*file, bytes, (size_t)got))
        _exit(ERR_IO);
    mem_free(bytes);
    (void)mktime(&(struct tm){.tm_year = 123});
}

static void
what_was_open_is_read_and_written(void **state)
{
    char said[SAID_MOST];
    Err err = {0};
    int file = file_temporary(&err);
    (void)state;
    assert_true(file >= 0 && file_write_all(file, "市级", 6));
    assert_int_equal(outcome(copy_shut_in, &file, said), GOOD);
    assert_string_equal(said, "市级");
    assert_int_equal(lseek(file, 0, SEEK_END), 12);
    close(file);
}

/* As a tracer leaves it that answers a call itself. */
static void
a_call_made_void_is_no_call(void **state)
{
    static const Call nothing = {"none", -1, {0}};
    char said[SAID_MOST];
    (void)state;
    assert_int_equal(outcome(call_shut_in, &nothing, said), GOOD);
}

#ifdef __x86_64__
/* 5 is open there, and fstat here. */
static void
open_by_the_numbers_of_32_bits(const void *context)
{
    long result = 5;
    Err err = {0};
    (void)context;
    if (!cage_close(&err))
        _exit(ERR_CONFIG);
    __asm__ volatile("int $0x80" : "+a"(result) : "b"(0L), "c"(0L), "d"(0L) : "memory");
}

/* A kernel that does not know them at all ends the process as well. */
static void
another_architecture_ends_the_process(void **state)
{
    char said[SAID_MOST];
    (void)state;
    int status = outcome(open_by_the_numbers_of_32_bits, NULL, said);
    assert_true(status == 128 + SIGSYS || status == 128 + SIGSEGV);
}
#endif

static void
look_at_limits(const void *context)
{
    struct rlimit limit;
    Err err = {0};
    (void)context;
    if (!cage_limit(&(Limits){.strings = 5 * LIMIT_MIB, .text = 7, .cpu_seconds = 9}, &err))
        _exit(ERR_CONFIG);
    getrlimit(RLIMIT_AS, &limit);
    dprintf(STDOUT_FILENO, "%lu ", (unsigned long)(limit.rlim_max / LIMIT_MIB));
    getrlimit(RLIMIT_CPU, &limit);
    dprintf(STDOUT_FILENO, "%lu ", (unsigned long)limit.rlim_max);
    getrlimit(RLIMIT_FSIZE, &limit);
    dprintf(STDOUT_FILENO, "%lu ", (unsigned long)limit.rlim_max);
    getrlimit(RLIMIT_CORE, &limit);
    dprintf(STDOUT_FILENO, "%lu ", (unsigned long)limit.rlim_max);
    getrlimit(RLIMIT_NOFILE, &limit);
    dprintf(STDOUT_FILENO, "%lu", (unsigned long)limit.rlim_cur);
}

static void
the_limits_follow_those_of_the_readers(void **state)
{
    char said[SAID_MOST];
    (void)state;
    assert_int_equal(outcome(look_at_limits, NULL, said), GOOD);
    assert_string_equal(said, "1029 36 28 0 64");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_nobody_needs_to_read_an_upload_ends_the_process),
        cmocka_unit_test(what_was_open_is_read_and_written),
        cmocka_unit_test(a_call_made_void_is_no_call),
#ifdef __x86_64__
        cmocka_unit_test(another_architecture_ends_the_process),
#endif
        cmocka_unit_test(the_limits_follow_those_of_the_readers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
