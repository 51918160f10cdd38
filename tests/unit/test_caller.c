#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/caller.h"

/* Without streams, as a caller may have left it: the number of the first thing that is wrong then. */
static int
wrong_without_streams(void)
{
    char byte = 'x';
    for (int stream = 0; stream < 3; stream++)
        close(stream);
    if (!caller_settle())
        return 1;
    if (write(STDOUT_FILENO, &byte, 1) != -1 || errno != EBADF)
        return 2;
    if (read(STDIN_FILENO, &byte, 1) != -1 || errno != EBADF)
        return 3;
    if (write(STDERR_FILENO, &byte, 1) != 1)
        return 4;
    return open("/dev/null", O_RDONLY) == 3 ? 0 : 5;
}

static void
no_file_gets_the_number_of_a_stream(void **state)
{
    (void)state;
    int status;
    pid_t child = fork();
    if (child == 0)
        _exit(wrong_without_streams());
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void
a_child_can_be_waited_for(void **state)
{
    (void)state;
    signal(SIGCHLD, SIG_IGN);
    assert_true(caller_settle());
    pid_t child = fork();
    if (child == 0)
        _exit(7);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 7);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_file_gets_the_number_of_a_stream),
        cmocka_unit_test(a_child_can_be_waited_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
