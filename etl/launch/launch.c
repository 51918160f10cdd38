/*
 * Starts a program of the folder that this one lies in, so that the folder runs on any Linux, whatever is installed there: FOLDER/huizong-check becomes
 * FOLDER/lib/huizong-check, by the dynamic loader and with the libraries and the converters of FOLDER/lib, and with FOLDER/schemas. It is linked
 * statically and uses nothing else of the house; scripts/dist-check lays the folder out.
 */
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

enum { EXIT_BUG = 70, LOADER_WORDS = 4 };

static char folder[PATH_MAX];
static char name[PATH_MAX];

/* Where /proc is missing, the name it was started by must do. */
static int
find_self(void)
{
    char own[PATH_MAX];
    const char *started = (const char *)getauxval(AT_EXECFN);
    if (realpath("/proc/self/exe", own) == NULL && (started == NULL || realpath(started, own) == NULL))
        return 0;
    snprintf(name, sizeof name, "%s", basename(own));
    snprintf(folder, sizeof folder, "%s", dirname(own));
    return 1;
}

/* "FOLDER/lib/NAME", never freed; NULL where it is too long. */
static char *
in_folder(const char *below)
{
    static char paths[LOADER_WORDS + 2][PATH_MAX];
    static int used;
    char *path = paths[used++];
    int len = snprintf(path, PATH_MAX, "%s/%s", folder, below);
    return len < PATH_MAX ? path : NULL;
}

static int
set_if_unset(const char *variable, const char *value)
{
    return value != NULL && setenv(variable, value, 0) == 0;
}

/* What stands in the caller's environment about libraries was not meant for these. */
static int
set_environment(void)
{
    char *converters = in_folder("lib/gconv");
    char *extract = in_folder("huizong-extract");
    unsetenv("LD_PRELOAD");
    unsetenv("LD_LIBRARY_PATH");
    if (access("/tmp", W_OK) != 0 && !set_if_unset("TMPDIR", "."))
        return 0;
    return converters != NULL && setenv("GCONV_PATH", converters, 1) == 0 && extract != NULL &&
           setenv("HUIZONG_EXTRACT", extract, 1) == 0 && set_if_unset("HUIZONG_SCHEMAS", in_folder("schemas"));
}

int
main(int argc, char **argv)
{
    char program[PATH_MAX];
    if (!find_self() || !set_environment() ||
        snprintf(program, sizeof program, "%s/lib/%s", folder, name) >= (int)sizeof program) {
        fprintf(stderr, "%s: could not find the folder of this program\n", argv[0]);
        return EXIT_BUG;
    }
    char *loader = in_folder("lib/" LOADER);
    char *libraries = in_folder("lib");
    char *words[argc + LOADER_WORDS];
    words[0] = loader;
    words[1] = "--library-path";
    words[2] = libraries;
    words[3] = program;
    memcpy(&words[LOADER_WORDS], &argv[1], (size_t)argc * sizeof *argv);
    execv(loader, words);
    fprintf(stderr, "%s: could not start \"%s\": %m\n", argv[0], program);
    return EXIT_BUG;
}
