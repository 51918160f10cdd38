#include "base/prog.h"

#include "base/caller.h"
#include "base/crash.h"
#include "base/log.h"
#include "base/progress.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_COLUMN = 26 };

typedef struct ExitCode {
    int code;
    const char *meaning;
} ExitCode;

static const ExitCode exit_codes[] = {
    {0, "done"},
    {1, "done, and there are findings"},
    {ERR_USAGE, "wrong command line"},
    {ERR_DATA, "input is torn or ill-formed"},
    {ERR_NO_INPUT, "no such input"},
    {ERR_DATABASE, "database not reachable, or it refused"},
    {ERR_BUG, "a fault of this program"},
    {ERR_BEYOND, "an upload takes more memory or time to read than is allowed"},
    {ERR_CANNOT_CREATE, "output cannot be created"},
    {ERR_IO, "reading or writing failed"},
    {ERR_LOCKED, "another run holds the lock"},
    {ERR_CONFIG, "configuration or schema is wrong"},
};

/* What one command line has gathered so far. */
typedef struct Reading {
    const Prog *prog;
    Arena *arena;
    char **arguments;
    int argument_count;
    int at;
    int level; /* of the log */
    bool *given;
    bool *done;
} Reading;

static void
print_option(const ProgOption *option)
{
    char left[80];
    int width = snprintf(left, sizeof left, "  --%s%s%s", option->name, option->value_name == NULL ? "" : " ",
                         option->value_name == NULL ? "" : option->value_name);

    printf("%s", left);
    if (width >= OPTION_COLUMN)
        printf("\n%*s", OPTION_COLUMN, "");
    else
        printf("%*s", OPTION_COLUMN - width, "");
    printf("%s%s%s", option->help, option->many == NULL ? "" : " (may be repeated)",
           option->required ? " (required)" : "");
    if (option->env != NULL)
        printf(" [$%s]", option->env);
    printf("\n");
}

static void
print_help(const Prog *prog)
{
    printf("%s: %s\n\nusage: %s [OPTION]...%s%s\n\noptions:\n", prog->name, prog->summary, prog->name,
           prog->operands[0] == '\0' ? "" : " ", prog->operands);
    for (size_t i = 0; i < prog->option_count; i++)
        print_option(&prog->options[i]);
    printf("  %-*s%s\n", OPTION_COLUMN - 2, "-v, --verbose", "say more");
    printf("  %-*s%s\n", OPTION_COLUMN - 2, "-q, --quiet", "say only what went wrong");
    printf("  %-*s%s\n", OPTION_COLUMN - 2, "--help", "print this and exit");
    printf("  %-*s%s\n", OPTION_COLUMN - 2, "--version", "print the version and exit");
    if (prog->notes != NULL)
        printf("\n%s\n", prog->notes);
    printf("\nexit codes:\n");
    for (size_t i = 0; i < sizeof exit_codes / sizeof exit_codes[0]; i++)
        printf("  %-4d%s\n", exit_codes[i].code, exit_codes[i].meaning);
}

static const ProgOption *
find_option(const Prog *prog, Text name)
{
    for (size_t i = 0; i < prog->option_count; i++) {
        if (text_equal(text_of(prog->options[i].name), name))
            return &prog->options[i];
    }
    return NULL;
}

static void
add_to_list(const ProgOption *option, const char *value, Arena *arena)
{
    const char **old = *option->many;
    size_t count = 0;
    const char **list;

    while (old != NULL && old[count] != NULL)
        count++;
    list = arena_array(arena, count + 2, sizeof *list);
    if (count > 0)
        memcpy(list, old, count * sizeof *list);
    list[count] = value;
    *option->many = list;
}

static void
take_value(Reading *reading, const ProgOption *option, const char *value)
{
    reading->given[option - reading->prog->options] = true;
    if (option->many != NULL)
        add_to_list(option, value, reading->arena);
    else
        *option->value = value;
}

/* The options that every program has; false where `name` is none of them. */
static bool
take_common(Reading *reading, Text name)
{
    if (text_equal(name, TEXT("help"))) {
        print_help(reading->prog);
        *reading->done = true;
    } else if (text_equal(name, TEXT("version"))) {
        printf("%s " HUIZONG_VERSION "\n", reading->prog->name);
        *reading->done = true;
    } else if (text_equal(name, TEXT("verbose"))) {
        reading->level++;
    } else if (text_equal(name, TEXT("quiet"))) {
        reading->level--;
    } else {
        return false;
    }
    return true;
}

static bool
take_long(Reading *reading, const char *argument, Err *err)
{
    Text text = text_of(argument + 2);
    size_t equals = text_find(text, TEXT("="), 0);
    Text name = text_sub(text, 0, equals);
    const ProgOption *option = find_option(reading->prog, name);
    const char *value = equals == SIZE_MAX ? NULL : text.ptr + equals + 1;

    if (option == NULL) {
        if (value == NULL && take_common(reading, name))
            return true;
        /* without its value, which may be a secret */
        return err_set(err, ERR_USAGE, "unknown option \"--%" TEXT_FMT "\"", TEXT_ARG(name));
    }
    if (option->value_name == NULL) {
        if (value != NULL)
            return err_set(err, ERR_USAGE, "option \"--%s\" takes no value", option->name);
        value = "";
    } else if (value == NULL) {
        if (reading->at + 1 >= reading->argument_count)
            return err_set(err, ERR_USAGE, "option \"--%s\" needs a value", option->name);
        value = reading->arguments[++reading->at];
    }
    take_value(reading, option, value);
    return option->on_line == NULL || option->on_line(value, err);
}

static bool
take_short(Reading *reading, const char *argument, Err *err)
{
    if (text_equal(text_of(argument), TEXT("-v")))
        reading->level++;
    else if (text_equal(text_of(argument), TEXT("-q")))
        reading->level--;
    else if (text_equal(text_of(argument), TEXT("-h")))
        take_common(reading, TEXT("help"));
    else
        return err_set(err, ERR_USAGE, "unknown option \"%s\"", argument);
    return true;
}

static bool
apply_defaults(Reading *reading, Err *err)
{
    for (size_t i = 0; i < reading->prog->option_count; i++) {
        const ProgOption *option = &reading->prog->options[i];
        const char *value = option->env == NULL ? NULL : getenv(option->env);

        if (!reading->given[i] && value != NULL && value[0] != '\0')
            take_value(reading, option, value);
        if (!reading->given[i] && option->required)
            return err_set(err, ERR_USAGE, "option \"--%s\" is missing：缺少选项 --%s", option->name, option->name);
    }
    return true;
}

static LogLevel
clamp_level(int level)
{
    if (level < LOG_LEVEL_ERROR)
        return LOG_LEVEL_ERROR;
    return level > LOG_LEVEL_DEBUG ? LOG_LEVEL_DEBUG : (LogLevel)level;
}

/* Options and operands may mix; "--" ends the options, a lone "-" is an operand. */
static bool
take_arguments(Reading *reading, char **operands, int *operand_count, Err *err)
{
    bool options_ended = false;

    for (reading->at = 1; reading->at < reading->argument_count && !*reading->done; reading->at++) {
        char *argument = reading->arguments[reading->at];

        if (options_ended || argument[0] != '-' || argument[1] == '\0') {
            operands[(*operand_count)++] = argument;
        } else if (text_equal(text_of(argument), TEXT("--"))) {
            options_ended = true;
        } else if (argument[1] == '-') {
            if (!take_long(reading, argument, err))
                return false;
        } else if (!take_short(reading, argument, err)) {
            return false;
        }
    }
    return true;
}

/* "" none, "FILE" exactly one, "FILE..." one or more, "[FILE]" and "[FILE...]" as many or none. */
static bool
check_operands(const Prog *prog, int count, Err *err)
{
    Text wanted = text_of(prog->operands);
    bool optional = text_starts_with(wanted, TEXT("["));
    bool many = text_find(wanted, TEXT("..."), 0) != SIZE_MAX;

    if (wanted.len == 0 && count > 0)
        return err_set(err, ERR_USAGE, "no operand is expected");
    if (wanted.len > 0 && !optional && count == 0)
        return err_set(err, ERR_USAGE, "operand %s is missing", prog->operands);
    if (wanted.len > 0 && !many && text_find(wanted, TEXT(" "), 0) == SIZE_MAX && count > 1)
        return err_set(err, ERR_USAGE, "more than one operand where %s is expected", prog->operands);
    return true;
}

bool
prog_read(const Prog *prog, int argc, char **argv, Arena *arena, bool *done, char ***operands, int *operand_count,
          Err *err)
{
    Reading reading = {.prog = prog,
                       .arena = arena,
                       .arguments = argv,
                       .argument_count = argc,
                       .level = LOG_LEVEL_INFO,
                       .given = arena_array(arena, prog->option_count, sizeof(bool)),
                       .done = done};

    *done = false;
    *operand_count = 0;
    *operands = arena_array(arena, (size_t)argc + 1, sizeof **operands);
    log_open(prog->name, LOG_LEVEL_INFO);
    if (!take_arguments(&reading, *operands, operand_count, err))
        return false;
    log_open(prog->name, clamp_level(reading.level));
    if (*done)
        return true;
    return apply_defaults(&reading, err) && check_operands(prog, *operand_count, err);
}

int
prog_fail(const Prog *prog, const Err *err)
{
    progress_end();
    log_error("%s", err->message);
    if (err->code == ERR_USAGE)
        log_error("try '%s --help'", prog->name);
    return err->code == ERR_NONE ? ERR_BUG : (int)err->code;
}

int
prog_end(const Prog *prog, int status)
{
    (void)prog;
    progress_end();
    /* A stdout that was never open is no loss where nothing was printed: fflush would have failed. */
    if (fflush(stdout) == 0 && !ferror(stdout) && (close(STDOUT_FILENO) == 0 || errno == EBADF))
        return status;
    log_error("could not write to standard output: %m");
    return ERR_IO;
}

int
prog_main(const Prog *prog, int argc, char **argv, ProgWork *work)
{
    Err err = {0};
    bool done = false;
    char **operands;
    int operand_count;
    int status = 0;

    crash_tell(prog->name);
    if (!caller_settle())
        return ERR_IO;
    Arena *arena = arena_new();
    if (!prog_read(prog, argc, argv, arena, &done, &operands, &operand_count, &err) ||
        (!done && !work(arena, operands, operand_count, &status, &err)))
        status = prog_fail(prog, &err);
    arena_free(arena);
    return prog_end(prog, status);
}
