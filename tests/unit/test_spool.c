#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "out/spool.h"

static void
limit_files(rlim_t size)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = size;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void
what_is_written_is_read(void **state)
{
    (void)state;
    char read[16] = {0};
    FILE *file = spool_open();
    assert_non_null(file);
    assert_int_equal(fputs("a sheet", file), 1);
    rewind(file);
    assert_int_equal(fread(read, 1, sizeof read, file), 7);
    assert_string_equal(read, "a sheet");
    fclose(file);
}

/* What is lost stays so as long as the process lives: each has its own. */
static void
in_a_child(bool (*work)(void))
{
    int status;
    pid_t pid = fork();
    if (pid == 0)
        _exit(work() ? 0 : 1);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
}

static bool
reads_as_empty(FILE *file)
{
    char read[16];
    rewind(file);
    return fread(read, 1, sizeof read, file) == 0;
}

/* No result is looked at, and there is room again for what comes later. */
static bool
lose_the_middle(void)
{
    static char text[40000];
    memset(text, 'x', sizeof text);
    signal(SIGXFSZ, SIG_IGN);
    FILE *file = spool_open();
    fwrite(text, 1, sizeof text, file);
    limit_files(0);
    fwrite(text, 1, sizeof text, file);
    limit_files(RLIM_INFINITY);
    fwrite(text, 1, sizeof text, file);
    fflush(file);
    return reads_as_empty(file);
}

static void
a_file_that_lost_its_middle_reads_as_empty(void **state)
{
    (void)state;
    in_a_child(lose_the_middle);
}

/* The rows stand in the file behind the next descriptor, which becomes a folder, and cannot be read. */
static bool
lose_rows_that_are_read(void)
{
    int next = dup(STDIN_FILENO);
    close(next);
    FILE *rows = spool_open(), *sheet = spool_open();
    fputs("rows", rows);
    fputs("<sheet>", sheet);
    fflush(rows);
    fflush(sheet);
    dup2(open("/", O_RDONLY | O_DIRECTORY), next);
    return reads_as_empty(rows) && reads_as_empty(sheet);
}

static void
a_sheet_whose_rows_could_not_be_read_is_lost(void **state)
{
    (void)state;
    in_a_child(lose_rows_that_are_read);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(a_file_that_lost_its_middle_reads_as_empty),
        cmocka_unit_test(a_sheet_whose_rows_could_not_be_read_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
