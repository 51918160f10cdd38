#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>

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

/* No result is looked at, and there is room again for what comes later. */
static void
a_file_that_lost_its_middle_reads_as_empty(void **state)
{
    (void)state;
    static char text[40000];
    char read[16];
    memset(text, 'x', sizeof text);
    signal(SIGXFSZ, SIG_IGN);
    FILE *file = spool_open();
    assert_non_null(file);
    fwrite(text, 1, sizeof text, file);
    limit_files(0);
    fwrite(text, 1, sizeof text, file);
    limit_files(RLIM_INFINITY);
    fwrite(text, 1, sizeof text, file);
    fflush(file);
    rewind(file);
    assert_int_equal(fread(read, 1, sizeof read, file), 0);
    fclose(file);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(a_file_that_lost_its_middle_reads_as_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
