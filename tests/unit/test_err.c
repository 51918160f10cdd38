#include "expect.h"

#include "base/err.h"

#include <errno.h>

static void
err_set_says_errno_and_is_false(void **state)
{
    Err err = {.code = ERR_NONE};

    (void)state;
    errno = ENOENT;
    assert_false(err_set(&err, ERR_NO_INPUT, "could not open file \"%s\": %m", "a.csv"));
    assert_int_equal(err.code, 66);
    assert_string_equal(err.message, "could not open file \"a.csv\": No such file or directory");
}

static void
err_prefix_keeps_the_code(void **state)
{
    Err err = {.code = ERR_NONE};

    (void)state;
    err_set(&err, ERR_DATA, "torn");
    assert_false(err_prefix(&err, "line %d", 7));
    assert_int_equal(err.code, ERR_DATA);
    assert_string_equal(err.message, "line 7: torn");
}

/* 2047 bytes fit: 682 characters of three bytes are 2046, one letter before them makes the cut fall inside the 683rd. */
static void
err_message_is_cut_between_characters(void **state)
{
    char message[3 * 700 + 2] = "ab";
    Err err;

    (void)state;
    for (size_t i = 0; i < 700; i++)
        memcpy(message + 2 + 3 * i, "表", 3);
    message[sizeof message - 1] = '\0';
    message[3 * 699 + 2] = '\0';
    err_set(&err, ERR_BUG, "%s", message);
    assert_int_equal(strlen(err.message) % 3, 2);
    assert_true(strlen(err.message) > 2040);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(err_set_says_errno_and_is_false),
        cmocka_unit_test(err_prefix_keeps_the_code),
        cmocka_unit_test(err_message_is_cut_between_characters),
    };

    return cmocka_run_group_tests_name("err", tests, NULL, NULL);
}
