#include "expect.h"

#include "base/beside.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static pid_t caller;

static bool
is_here(void)
{
    return getpid() == caller;
}

static bool
both_well(void *context, Err *err)
{
    (void)err;
    if (is_here())
        *(int *)context += 1;
    return true;
}

static bool
says_so(void *context, Err *err)
{
    (void)context;
    return err_set(err, is_here() ? ERR_DATABASE : ERR_IO, "%s", is_here() ? "here" : "beside");
}

static bool
is_killed(void *context, Err *err)
{
    (void)context;
    (void)err;
    return raise(SIGKILL) == 0;
}

static bool
leaves_with_74(void *context, Err *err)
{
    (void)context;
    (void)err;
    _exit(74);
}

static bool
adds_one(void *context, Err *err)
{
    (void)err;
    ((int *)context)[is_here()] += 1;
    return true;
}

static void
what_is_shared_both_see(void **state)
{
    Err err;
    int *counts = beside_share(2 * sizeof *counts, &err);

    (void)state;
    caller = getpid();
    assert_non_null(counts);
    assert_true(beside_run(adds_one, adds_one, counts, &err));
    assert_int_equal(counts[0], 1);
    assert_int_equal(counts[1], 1);
    beside_unshare(counts, 2 * sizeof *counts);
    beside_unshare(NULL, sizeof *counts);
}

static void
works_beside_and_here_are_done(void **state)
{
    Err err;
    int here = 0;

    (void)state;
    caller = getpid();
    assert_true(beside_run(both_well, both_well, &here, &err));
    assert_int_equal(here, 1);
}

static void
fault_beside_is_told_with_its_code(void **state)
{
    Err err = {.code = ERR_NONE};
    int here = 0;

    (void)state;
    caller = getpid();
    assert_false(beside_run(says_so, both_well, &here, &err));
    assert_int_equal(err.code, ERR_IO);
    assert_string_equal(err.message, "beside");
}

static void
fault_here_is_told_before_the_other(void **state)
{
    Err err = {.code = ERR_NONE};

    (void)state;
    caller = getpid();
    assert_false(beside_run(says_so, says_so, NULL, &err));
    assert_int_equal(err.code, ERR_DATABASE);
    assert_string_equal(err.message, "here");
}

static void
killed_work_is_a_fault(void **state)
{
    Err err = {.code = ERR_NONE};
    int here = 0;

    (void)state;
    assert_false(beside_run(is_killed, both_well, &here, &err));
    assert_int_equal(err.code, ERR_BUG);
    assert_non_null(strstr(err.message, "signal 9"));
}

/* As base/arena ends it without memory: not a bug. */
static void
the_status_of_work_without_a_word_is_told(void **state)
{
    Err err = {.code = ERR_NONE};
    int here = 0;

    (void)state;
    assert_false(beside_run(leaves_with_74, both_well, &here, &err));
    assert_int_equal(err.code, ERR_IO);
    assert_string_equal(err.message, "a process of this program ended with status 74");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(works_beside_and_here_are_done),
        cmocka_unit_test(what_is_shared_both_see),
        cmocka_unit_test(fault_beside_is_told_with_its_code),
        cmocka_unit_test(fault_here_is_told_before_the_other),
        cmocka_unit_test(killed_work_is_a_fault),
        cmocka_unit_test(the_status_of_work_without_a_word_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
