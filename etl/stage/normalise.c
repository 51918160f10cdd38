/* huizong-normalise: raw rows on stdin, or an upload read in the same process; typed rows on stdout, findings in files. */
#include <unistd.h>

#include "cage/cage.h"
#include "office/reading.h"
#include "rows/copytext.h"
#include "stage/options.h"
#include "submission/submission.h"

static const char *schemas_dir;
static const char *cycle;
static const char *registers;
static const char *name;
static const char *findings_path;
static const char *file;
static const char *sha256;
static const char *file_findings;
static const char *limits;
static const char *beyond;

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
    {.name = "sha256",
     .value_name = "DIGEST",
     .help = "with --file: read it only where it has these bytes (65)",
     .value = &sha256},
    {.name = "file-findings",
     .value_name = "FILE",
     .help = "with --file: where those of the reader go",
     .value = &file_findings},
    {.name = "limits",
     .value_name = "FILE",
     .help = "with --file: what is accepted at most, as in schemas/limits.json",
     .value = &limits},
    {.name = "beyond",
     .help = "with --file: do not read it but refuse it, since reading it ended with 71",
     .value = &beyond},
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

static bool
take(void *submission, const RawItem *item, Err *err)
{
    return submission_take(submission, item, err);
}

/* Bytes to typed rows in one process: a list of a million rows is neither written nor read as text between. */
static bool
take_file(Submission *submission, bool *found, Err *err)
{
    Reading *reading = reading_open(file, sha256, limits, file_findings, err);
    if (reading == NULL)
        return false;
    RawWriter *rows = rawrow_writer_to(take, submission);
    bool ok = cage_enter(reading_limits(reading), err) &&
              (beyond != NULL ? reading_refuse(reading, rows, "reading_beyond_bounds", found, err)
                              : reading_rows(reading, rows, found, err));
    rawrow_writer_free(rows);
    reading_close(reading);
    return ok;
}

static bool
take_stream(Submission *submission, Err *err)
{
    return cage_enter(&limits_default, err) && submission_take_stream(submission, STDIN_FILENO, err);
}

static bool
normalise(const UploadSet *set, Text path, FindingWriter *findings, bool *with_findings, Err *err)
{
    bool found_in_file = false;
    Submission *submission = submission_open(set, path, STDOUT_FILENO, findings, err);
    if (submission == NULL)
        return false;
    bool ok = (file != NULL ? take_file(submission, &found_in_file, err) : take_stream(submission, err)) &&
              submission_end(submission, with_findings, err);
    *with_findings |= found_in_file;
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
    if (file == NULL && (file_findings != NULL || limits != NULL || sha256 != NULL || beyond != NULL))
        return err_set(err, ERR_USAGE, "--file-findings, --limits, --sha256 and --beyond go with --file");
    if (!copytext_unescape(text_of(name), arena, &path) || path.ptr == NULL)
        return err_set(err, ERR_USAGE, "not an escaped path: \"%s\"", name);
    UploadSet *set = upload_read(schemas_dir, registers != NULL ? "registers" : cycle, arena, err);
    FindingWriter *findings = set == NULL ? NULL : finding_open(findings_path, err);
    bool ok = findings != NULL && normalise(set, path, findings, &with_findings, err);
    *status = with_findings ? 1 : 0;
    return ok;
}

int
main(int argc, char **argv)
{
    return prog_main(&prog, argc, argv, run);
}
