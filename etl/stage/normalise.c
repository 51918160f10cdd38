/* huizong-normalise: raw rows on stdin, typed rows on stdout, findings in a file. */
#include <unistd.h>

#include "stage/options.h"
#include "submission/submission.h"

static const char *schemas_dir;
static const char *cycle;
static const char *registers;
static const char *name;
static const char *findings_path;

static const ProgOption options[] = {
    OPTION_SCHEMAS(&schemas_dir),
    {.name = "cycle", .value_name = "CYCLE", .help = "the cycle whose uploads are read", .value = &cycle},
    {.name = "registers", .help = "read the office's registers instead", .value = &registers},
    {.name = "name",
     .value_name = "PATH",
     .help = "the file's path in its inbox, escaped as in the list of huizong-load --pending",
     .value = &name,
     .required = true},
    {.name = "findings",
     .value_name = "FILE",
     .help = "where the findings go",
     .value = &findings_path,
     .required = true},
};

static const Prog prog = {
    .name = "huizong-normalise",
    .summary = "turn the raw rows of one file into typed rows",
    .operands = "",
    .notes =
        "Reads raw rows from stdin and writes typed rows to stdout. Exit status 1 also where the file is refused;\n"
        "the end mark of the stream says so.",
    .options = options,
    .option_count = OPTION_COUNT(options),
};

/* The character that COPY text writes as a backslash and `letter`; 0 for a letter that it never writes. */
static char
escaped_character(char letter)
{
    switch (letter) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    case '\\':
        return '\\';
    default:
        return 0;
    }
}

static bool
unescape_path(Text escaped, Arena *arena, Text *path, Err *err)
{
    char *plain = arena_alloc(arena, escaped.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < escaped.len; i++) {
        char byte = escaped.ptr[i];
        if (byte == '\\')
            byte = ++i < escaped.len ? escaped_character(escaped.ptr[i]) : 0;
        if (byte == 0)
            return err_set(err, ERR_USAGE, "not an escaped path: \"%" TEXT_FMT "\"", TEXT_ARG(escaped));
        plain[len++] = byte;
    }
    *path = (Text){plain, len};
    return true;
}

static bool
run(Arena *arena, char **operands, int operand_count, int *status, Err *err)
{
    (void)operands;
    (void)operand_count;
    bool with_findings = false;
    Text path = TEXT_NONE;
    if ((cycle == NULL) == (registers == NULL))
        return err_set(err, ERR_USAGE, "give either --cycle or --registers");
    if (!unescape_path(text_of(name), arena, &path, err))
        return false;
    UploadSet *set = upload_read(schemas_dir, registers != NULL ? "registers" : cycle, arena, err);
    FindingWriter *findings = set == NULL ? NULL : finding_open(findings_path, err);
    if (findings == NULL)
        return false;
    bool ok = submission_normalise(set, path, STDIN_FILENO, STDOUT_FILENO, findings, &with_findings, err);
    *status = with_findings ? 1 : 0;
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
