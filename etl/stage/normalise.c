/* huizong-normalise: raw rows on stdin, or an upload read in the same process; typed rows on stdout, findings in files. */
#include <unistd.h>

#include "office/reading.h"
#include "stage/options.h"
#include "submission/submission.h"

static const char *schemas_dir;
static const char *cycle;
static const char *registers;
static const char *name;
static const char *findings_path;
static const char *file;
static const char *file_findings;
static const char *limits;

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
    {.name = "file",
     .value_name = "FILE",
     .help = "read this upload as huizong-extract does, instead of raw rows",
     .value = &file},
    {.name = "file-findings",
     .value_name = "FILE",
     .help = "with --file: where those of the reader go",
     .value = &file_findings},
    {.name = "limits",
     .value_name = "FILE",
     .help = "with --file: what is accepted at most, as in schemas/limits.json",
     .value = &limits},
};

static const Prog prog = {
    .name = "huizong-normalise",
    .summary = "turn the raw rows of one file into typed rows",
    .operands = "",
    .notes = "Reads raw rows from stdin and writes typed rows to stdout; with --file there are no raw rows to write "
             "and read\n"
             "between. Exit status 1 also where the file is refused; the end mark of the stream says so.",
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
take(void *submission, const RawItem *item, Err *err)
{
    return submission_take(submission, item, err);
}

/* Bytes to typed rows in one process: a list of a million rows is neither written nor read as text between. */
static bool
normalise_file(const UploadSet *set, Text path, FindingWriter *findings, bool *with_findings, Err *err)
{
    bool found_in_file = false;
    Submission *submission = submission_open(set, path, STDOUT_FILENO, findings, err);
    if (submission == NULL)
        return false;
    RawWriter *rows = rawrow_writer_to(take, submission);
    bool ok = reading_file(file, limits, file_findings, rows, &found_in_file, err) &&
              submission_end(submission, with_findings, err);
    *with_findings |= found_in_file;
    rawrow_writer_free(rows);
    submission_free(submission);
    return ok;
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
    if (file == NULL && (file_findings != NULL || limits != NULL))
        return err_set(err, ERR_USAGE, "--file-findings and --limits go with --file");
    if (!unescape_path(text_of(name), arena, &path, err))
        return false;
    UploadSet *set = upload_read(schemas_dir, registers != NULL ? "registers" : cycle, arena, err);
    FindingWriter *findings = set == NULL ? NULL : finding_open(findings_path, err);
    if (findings == NULL)
        return false;
    bool ok = file != NULL
                  ? normalise_file(set, path, findings, &with_findings, err)
                  : submission_normalise(set, path, STDIN_FILENO, STDOUT_FILENO, findings, &with_findings, err);
    *status = with_findings ? 1 : 0;
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
