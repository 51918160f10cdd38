#include "expect.h"

#include "base/prog.h"

static const char *cycle;
static const char *database;
static const char *pending;
static const char **findings;

static const ProgOption options[] = {
    {.name = "cycle", .value_name = "NAME", .help = "the cycle", .value = &cycle, .required = true},
    {.name = "database", .value_name = "URI", .help = "the server", .value = &database, .env = "HUIZONG_TEST_DATABASE"},
    {.name = "pending", .help = "list", .value = &pending},
    {.name = "findings", .value_name = "FILE", .help = "findings", .many = &findings},
};

static const Prog prog = {
    .name = "huizong-test",
    .summary = "tries the options",
    .operands = "FILE",
    .options = options,
    .option_count = sizeof options / sizeof options[0],
};

/* One command line and what became of it. */
typedef struct Line {
    bool ok;
    bool done;
    char **operands;
    int operand_count;
    Err err;
} Line;

static Line
read_line(void **state, const Prog *program, int count, char **arguments)
{
    Line line = {.err = {.code = ERR_NONE}};

    cycle = database = pending = NULL;
    findings = NULL;
    line.ok = prog_read(program, count, arguments, *state, &line.done, &line.operands, &line.operand_count, &line.err);
    return line;
}

#define READ(...)                                                                                                      \
    read_line(state, &prog, sizeof((char *[]){"p", __VA_ARGS__}) / sizeof(char *), (char *[]){"p", __VA_ARGS__, NULL})

static int
setup(void **state)
{
    unsetenv("HUIZONG_TEST_DATABASE");
    *state = arena_new();
    return 0;
}

static int
teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static void
prog_reads_both_ways_to_give_a_value(void **state)
{
    Line line = READ("--cycle", "fujian-2023", "a.csv", "--database=postgresql:///x?a=b", "--pending");

    assert_true(line.ok);
    assert_string_equal(cycle, "fujian-2023");
    assert_string_equal(database, "postgresql:///x?a=b");
    assert_string_equal(pending, "");
    assert_int_equal(line.operand_count, 1);
    assert_string_equal(line.operands[0], "a.csv");
}

static void
prog_gathers_repeated_options(void **state)
{
    assert_true(READ("--cycle=a", "--cycle=b", "--findings", "1", "x", "--findings=2").ok);
    assert_string_equal(cycle, "b");
    assert_string_equal(findings[0], "1");
    assert_string_equal(findings[1], "2");
    assert_null(findings[2]);
}

static void
prog_takes_defaults_from_the_environment(void **state)
{
    setenv("HUIZONG_TEST_DATABASE", "from-env", 1);
    assert_true(READ("--cycle=a", "x").ok);
    assert_string_equal(database, "from-env");
    assert_true(READ("--cycle=a", "--database=given", "x").ok);
    assert_string_equal(database, "given");
}

static void
prog_double_dash_ends_the_options(void **state)
{
    Line line = READ("--cycle=a", "--", "--odd-name.csv");

    assert_true(line.ok);
    assert_string_equal(line.operands[0], "--odd-name.csv");
}

static void
expect_usage_fault(Line line, const char *part)
{
    assert_false(line.ok);
    assert_int_equal(line.err.code, ERR_USAGE);
    assert_non_null(strstr(line.err.message, part));
}

static void
prog_refuses_wrong_lines(void **state)
{
    expect_usage_fault(READ("x"), "--cycle");
    expect_usage_fault(READ("--cycle"), "needs a value");
    expect_usage_fault(READ("--cycle=a", "--wat", "x"), "--wat");
    expect_usage_fault(READ("--cycle=a", "-x", "x"), "-x");
    expect_usage_fault(READ("--cycle=a", "--pending=yes", "x"), "takes no value");
    expect_usage_fault(READ("--cycle=a"), "FILE");
    expect_usage_fault(READ("--cycle=a", "x", "y"), "more than one");
}

static void
prog_fault_is_the_exit_code(void **state)
{
    (void)state;
    assert_int_equal(prog_fail(&prog, &(Err){.code = ERR_LOCKED, .message = "locked"}), 75);
    assert_int_equal(prog_fail(&prog, &(Err){.code = ERR_NONE, .message = "?"}), 70);
}

/* What the program prints on stdout for one argument. */
static Text
printed(void **state, const char *argument, char *out, size_t room)
{
    int saved = dup(STDOUT_FILENO);
    int fd = readable(TEXT(""));
    Line line;
    Text text;

    fflush(stdout);
    dup2(fd, STDOUT_FILENO);
    line = READ((char *)argument);
    fflush(stdout);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    assert_true(line.ok && line.done);
    text = written(fd, out, room);
    close(fd);
    return text;
}

static void
prog_help_names_options_variables_and_exit_codes(void **state)
{
    static const char *const parts[] = {"usage: huizong-test [OPTION]... FILE\n",
                                        "--cycle NAME",
                                        "(required)",
                                        "$HUIZONG_TEST_DATABASE",
                                        "(may be repeated)",
                                        "64",
                                        "78"};
    char bytes[4000];
    Text help = printed(state, "--help", bytes, sizeof bytes);

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        assert_true(text_find(help, text_of(parts[i]), 0) != SIZE_MAX);
}

static void
prog_version_is_one_line(void **state)
{
    char bytes[100];

    expect_text(printed(state, "--version", bytes, sizeof bytes), "huizong-test 0.1.0\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(prog_reads_both_ways_to_give_a_value, setup, teardown),
        cmocka_unit_test_setup_teardown(prog_gathers_repeated_options, setup, teardown),
        cmocka_unit_test_setup_teardown(prog_takes_defaults_from_the_environment, setup, teardown),
        cmocka_unit_test_setup_teardown(prog_double_dash_ends_the_options, setup, teardown),
        cmocka_unit_test_setup_teardown(prog_refuses_wrong_lines, setup, teardown),
        cmocka_unit_test(prog_fault_is_the_exit_code),
        cmocka_unit_test_setup_teardown(prog_help_names_options_variables_and_exit_codes, setup, teardown),
        cmocka_unit_test_setup_teardown(prog_version_is_one_line, setup, teardown),
    };

    return cmocka_run_group_tests_name("prog", tests, NULL, NULL);
}
