/* The embedded SQL is the files' own bytes, found by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/hash.h"
#include "db/sqltext.h"

static void
every_text_has_its_files_digest(void **state)
{
    (void)state;
    char digest[HASH_HEX + 1];
    assert_true(sqltext_count() > 0);
    for (size_t i = 0; i < sqltext_count(); i++) {
        hash_of(text_of(sqltext_at(i)->text), digest);
        assert_string_equal(digest, sqltext_at(i)->sha256);
    }
}

static void
every_name_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sqltext_count(); i++)
        assert_ptr_equal(sqltext_find(sqltext_at(i)->name), sqltext_at(i));
}

static void
names_come_in_byte_order(void **state)
{
    (void)state;
    for (size_t i = 1; i < sqltext_count(); i++)
        assert_true(strcmp(sqltext_at(i - 1)->name, sqltext_at(i)->name) < 0);
}

static void
unknown_names_are_not_found(void **state)
{
    (void)state;
    assert_null(sqltext_find("session/begin.sql"));
    assert_null(sqltext_find(""));
    assert_null(sqltext_find("zzz"));
}

static void
a_statement_is_as_written(void **state)
{
    (void)state;
    assert_string_equal(sqltext_find("session/begin")->text, "begin;\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_has_its_files_digest), cmocka_unit_test(every_name_is_found),
        cmocka_unit_test(names_come_in_byte_order),        cmocka_unit_test(unknown_names_are_not_found),
        cmocka_unit_test(a_statement_is_as_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
