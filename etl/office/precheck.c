#include "office/precheck.h"

#include "base/file.h"
#include "base/tree.h"
#include "office/extraction.h"
#include "rows/finding.h"
#include "submission/submission.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_ROOM = 16 };

/* One file's check: the findings of both stages lie in a folder of its own. */
typedef struct Precheck {
    const UploadSet *set;
    const char *extract;
    const char *limits; /* or NULL */
    const char *path;
    const char *raw_findings;
    const char *typed_findings;
    const char *typed_rows;
    Arena *arena;
    PrecheckResult *result;
    size_t room;
} Precheck;

static Text
file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return text_of(slash == NULL ? path : slash + 1);
}

/* For the rows, which nobody reads; -1 with *err. A root directory without devices has the folder. */
static int
open_nowhere(const Precheck *check, Err *err)
{
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0)
        nowhere = open(check->typed_rows, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (nowhere < 0)
        err_set(err, ERR_IO, "could not open /dev/null: %m");
    return nowhere;
}

static bool
normalise(const Precheck *check, int in, Err *err)
{
    bool with_findings;
    int nowhere = open_nowhere(check, err);
    if (nowhere < 0)
        return false;
    FindingWriter *findings = finding_open(check->typed_findings, err);
    bool ok = findings != NULL && submission_normalise(check->set, file_name(check->result->name), in, nowhere,
                                                       findings, &with_findings, err);
    close(nowhere);
    return ok;
}

/* A fault of extract says more than the torn stream that normalise saw of it. */
static bool
run_stages(const Precheck *check, Err *err)
{
    Extraction extraction = {check->extract, check->limits, check->path, check->raw_findings, false, 0, -1};
    Err fault = {0};
    if (!extraction_start(&extraction, err))
        return false;
    check->result->document = extraction_is_document(&extraction);
    bool ok = normalise(check, extraction.rows, &fault);
    close(extraction.rows);
    if (!extraction_end(&extraction, err))
        return false;
    if (!ok)
        *err = fault;
    return ok;
}

static void
keep_finding(Precheck *check, const Text *fields)
{
    PrecheckResult *result = check->result;
    if (result->count == check->room) {
        check->room = check->room == 0 ? FIRST_ROOM : check->room * 2;
        PrecheckFinding *larger = arena_array(check->arena, check->room, sizeof *larger);
        if (result->count > 0)
            memcpy(larger, result->findings, result->count * sizeof *larger);
        result->findings = larger;
    }
    PrecheckFinding *kept = &result->findings[result->count++];
    Text *const targets[] = {&kept->sheet, &kept->cell, &kept->row,     &kept->field,    &kept->severity,
                             &kept->code,  &kept->raw,  &kept->read_as, &kept->expected, &kept->subject};
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        if (fields[i].ptr != NULL)
            *targets[i] = arena_text(check->arena, fields[i]);
    }
    result->errors += text_equal(kept->severity, TEXT("error"));
}

static bool
collect(Precheck *check, const char *path, Err *err)
{
    Text *fields;
    FindingReader *reader = finding_reader_open(path, err);
    if (reader == NULL)
        return false;
    while (finding_next(reader, &fields, err))
        keep_finding(check, fields);
    finding_reader_close(reader);
    return err->code == ERR_NONE;
}

static bool
make_folder(Arena *arena, char **folder, Err *err)
{
    const char *parent = getenv("TMPDIR");
    Text pattern = arena_printf(arena, "%s/huizong-check.XXXXXX", parent != NULL ? parent : "/tmp");
    *folder = arena_string(arena, pattern);
    return mkdtemp(*folder) != NULL || err_set(err, ERR_CANNOT_CREATE, "could not create folder \"%s\": %m", *folder);
}

bool
precheck_file(const UploadSet *set, const char *extract, const char *limits, const char *path, const char *name,
              Arena *arena, PrecheckResult *result, Err *err)
{
    Precheck check = {.set = set, .extract = extract, .limits = limits, .path = path, .arena = arena, .result = result};
    char *folder;
    *result = (PrecheckResult){.name = name};
    if (!make_folder(arena, &folder, err))
        return false;
    check.raw_findings = arena_printf(arena, "%s/raw", folder).ptr;
    check.typed_findings = arena_printf(arena, "%s/typed", folder).ptr;
    check.typed_rows = arena_printf(arena, "%s/rows", folder).ptr;
    bool ok = run_stages(&check, err) && collect(&check, check.raw_findings, err) &&
              collect(&check, check.typed_findings, err);
    Err leftover = {0};
    if (!tree_remove(folder, ok ? err : &leftover))
        return false;
    return ok;
}
