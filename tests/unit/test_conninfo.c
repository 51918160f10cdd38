/* Connection strings: what may stand on a command line, what is none, and what goes into the environment. No server is asked. */
#include "expect.h"

#include "db/conninfo.h"

#include <stdlib.h>
#include <string.h>

static void
a_password_on_a_command_line_is_refused_and_not_told(void **state)
{
    const char *const secret[] = {"host=db password=Geheim7", "postgresql://clerk:Geheim7@db/huizong",
                                  "postgres://clerk@db/huizong?sslpassword=Geheim7"};
    (void)state;
    for (size_t i = 0; i < sizeof secret / sizeof *secret; i++) {
        Err err = {0};
        assert_false(conninfo_on_line(secret[i], &err));
        assert_int_equal(err.code, ERR_USAGE);
        assert_null(strstr(err.message, "Geheim7"));
    }
}

static void
a_connection_without_a_password_may_stand_there(void **state)
{
    const char *const open[] = {
        NULL, "", "huizong", "host=db user=clerk", "postgres://clerk@db/huizong", "postgresql:///huizong", "password"};
    (void)state;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        Err err = {0};
        assert_true(conninfo_on_line(open[i], &err));
        assert_int_equal(err.code, ERR_NONE);
    }
}

/* Of clerk:Ge@heim@db libpq would take the host heim@db, and of clerk@db:Geheim the port Geheim. */
static void
pieces_of_a_password_are_no_host_and_no_port(void **state)
{
    const char *const wrong[] = {"postgresql://clerk:Ge@heim@db/huizong", "postgresql://db:Geheim/huizong",
                                 "host=db hots=other", "postgresql://[::1/huizong"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        Err err = {0};
        assert_false(conninfo_check(wrong[i], &err));
        assert_int_equal(err.code, ERR_DATABASE);
        assert_null(strstr(err.message, "heim"));
        assert_null(strstr(err.message, "hots"));
    }
}

static void
several_hosts_and_ports_are_a_connection(void **state)
{
    const char *const right[] = {NULL, "huizong", "host=a,b port=5432,5433", "postgresql://a:5432,b:5433/huizong"};
    (void)state;
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        Err err = {0};
        assert_true(conninfo_check(right[i], &err));
        assert_int_equal(err.code, ERR_NONE);
    }
}

static void
forget(void)
{
    const char *const names[] = {"PGDATABASE", "PGHOST", "PGPORT", "PGUSER", "PGPASSWORD", "PGSSLMODE"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unsetenv(names[i]);
}

static void
a_connection_goes_into_the_environment(void **state)
{
    Err err = {0};
    (void)state;
    forget();
    assert_true(conninfo_environment("host=db port=5433 user=clerk password=Geheim7 dbname=huizong", &err));
    assert_string_equal(getenv("PGHOST"), "db");
    assert_string_equal(getenv("PGPORT"), "5433");
    assert_string_equal(getenv("PGUSER"), "clerk");
    assert_string_equal(getenv("PGPASSWORD"), "Geheim7");
    assert_string_equal(getenv("PGDATABASE"), "huizong");
    assert_null(getenv("PGSSLMODE"));
    forget();
    assert_true(conninfo_environment("postgresql://clerk@db/other", &err));
    assert_string_equal(getenv("PGDATABASE"), "other");
    forget();
}

static void
a_name_alone_is_a_database_and_nothing_is_nothing(void **state)
{
    Err err = {0};
    (void)state;
    forget();
    assert_true(conninfo_environment(NULL, &err));
    assert_true(conninfo_environment("", &err));
    assert_null(getenv("PGDATABASE"));
    assert_true(conninfo_environment("huizong", &err));
    assert_string_equal(getenv("PGDATABASE"), "huizong");
    assert_null(getenv("PGHOST"));
    forget();
}

/* What no variable of the environment stands for would be lost. */
static void
what_the_environment_cannot_say_is_refused(void **state)
{
    Err err = {0};
    (void)state;
    forget();
    assert_false(conninfo_environment("dbname=huizong keepalives_idle=7", &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_non_null(strstr(err.message, "keepalives_idle"));
    err = (Err){0};
    assert_false(conninfo_environment("host=db hots=Geheim7", &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_null(strstr(err.message, "Geheim7"));
    forget();
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_password_on_a_command_line_is_refused_and_not_told),
        cmocka_unit_test(a_connection_without_a_password_may_stand_there),
        cmocka_unit_test(pieces_of_a_password_are_no_host_and_no_port),
        cmocka_unit_test(several_hosts_and_ports_are_a_connection),
        cmocka_unit_test(a_connection_goes_into_the_environment),
        cmocka_unit_test(a_name_alone_is_a_database_and_nothing_is_nothing),
        cmocka_unit_test(what_the_environment_cannot_say_is_refused),
    };
    return cmocka_run_group_tests_name("conninfo", tests, NULL, NULL);
}
