/* A program's face: options, --help, --version, exit codes. Help is English; stdout is data,
 * stderr is talk. */
#ifndef HUIZONG_BASE_PROG_H
#define HUIZONG_BASE_PROG_H

#include "base/arena.h"
#include "base/err.h"

#include <stdint.h>

/* One option: "--name VALUE" or "--name=VALUE" (a flag where value_name is NULL; repeatable where `many`). */
typedef struct ProgOption {
    const char *name;       /* without dashes */
    const char *value_name; /* in help; NULL: a flag */
    const char *help;       /* one line */
    const char **value;     /* gets the last value; "" for a flag that was given; environment default: see env */
    const char ***many;     /* instead of value: NULL-terminated list, in the run arena */
    const char *env;        /* an environment variable that gives the default, or NULL */
    bool required;
    bool (*on_line)(const char *value,
                    Err *err); /* refuses what must not stand on a command line, where all can read it; or NULL */
} ProgOption;

typedef struct Prog {
    const char *name;     /* "huizong-extract" */
    const char *summary;  /* one line */
    const char *operands; /* "FILE", "FILE...", or "" */
    const char *notes;    /* further lines of --help, or NULL */
    const ProgOption *options;
    size_t option_count;
} Prog;

/*
 * Reads the command line. --help and --version (with exit codes listed) print on stdout and set *done; -v/--verbose
 * raises the log level, -q/--quiet lowers it.
 * Operands come back in *operands (count in *operand_count). False with ERR_USAGE on a wrong line.
 */
bool
prog_read(const Prog *prog, int argc, char **argv, Arena *arena, bool *done, char ***operands, int *operand_count,
          Err *err);

/* Prints "name: message" (and for ERR_USAGE "try 'name --help'") on stderr and returns the exit status. */
int
prog_fail(const Prog *prog, const Err *err);

/* Flushes stdout and checks it: `status`, or 74 where the last bytes could not be written. */
int
prog_end(const Prog *prog, int status);

/*
 * A program's work once its command line is read. *status is 0, or 1 for done with findings; what `arena` holds lives
 * until the program ends.
 */
typedef bool
ProgWork(Arena *arena, char **operands, int operand_count, int *status, Err *err);

/* All of a main: reads the line, does the work, speaks where it failed, and gives the exit status. */
int
prog_main(const Prog *prog, int argc, char **argv, ProgWork *work);

#define HUIZONG_VERSION "0.1.0"

#endif
