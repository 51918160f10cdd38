#include "office/precheck.h"

#include "base/file.h"
#include "base/tree.h"
#include "rows/finding.h"
#include "submission/submission.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FIRST_ROOM = 16, EXIT_WITH_FINDINGS = 1 };

extern char **environ;

/* One file's check: the findings of both stages lie in a folder of its own. */
typedef struct Precheck {
    const UploadSet *set;
    const char *extract;
    const char *limits; /* or NULL */
    const char *path;
    const char *raw_findings;
    const char *typed_findings;
    Arena *arena;
    PrecheckResult *result;
    size_t room;
} Precheck;

static bool
start_extract(const Precheck *check, int out, pid_t *pid, Err *err)
{
    const char *arguments[8] = {check->extract, "--findings", check->raw_findings};
    size_t count = 3;
    if (check->limits != NULL) {
        arguments[count++] = "--limits";
        arguments[count++] = check->limits;
    }
    arguments[count++] = "--";
    arguments[count] = check->path;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    errno = posix_spawn(pid, check->extract, &actions, NULL, (char *const *)arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return errno == 0 || err_set(err, ERR_BUG, "could not start \"%s\": %m", check->extract);
}

/* extract has told on stderr why it failed. */
static bool
end_extract(const Precheck *check, pid_t pid, Err *err)
{
    int status;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return err_set(err, ERR_IO, "could not wait for \"%s\": %m", check->extract);
    }
    if (!WIFEXITED(status))
        return err_set(err, ERR_BUG, "\"%s\" was ended by signal %d", check->extract, WTERMSIG(status));
    if (WEXITSTATUS(status) > EXIT_WITH_FINDINGS)
        return err_set(err, (ErrCode)WEXITSTATUS(status), "could not read file \"%s\"", check->path);
    return true;
}

static Text
file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return text_of(slash == NULL ? path : slash + 1);
}

static bool
normalise(const Precheck *check, int in, Err *err)
{
    bool with_findings;
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0)
        return err_set(err, ERR_IO, "could not open /dev/null: %m");
    FindingWriter *findings = finding_open(check->typed_findings, err);
    bool ok = findings != NULL &&
              submission_normalise(check->set, file_name(check->path), in, nowhere, findings, &with_findings, err);
    close(nowhere);
    return ok;
}

/* A fault of extract says more than the torn stream that normalise saw of it. */
static bool
run_stages(const Precheck *check, Err *err)
{
    int ends[2];
    pid_t pid;
    Err fault = {0};
    if (pipe2(ends, O_CLOEXEC) != 0)
        return err_set(err, ERR_IO, "could not make a pipe: %m");
    bool started = start_extract(check, ends[1], &pid, err);
    close(ends[1]);
    bool ok = started && normalise(check, ends[0], &fault);
    close(ends[0]);
    if (!started || !end_extract(check, pid, err))
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
precheck_file(const UploadSet *set, const char *extract, const char *limits, const char *path, Arena *arena,
              PrecheckResult *result, Err *err)
{
    Precheck check = {.set = set, .extract = extract, .limits = limits, .path = path, .arena = arena, .result = result};
    char *folder;
    *result = (PrecheckResult){0};
    if (!make_folder(arena, &folder, err))
        return false;
    check.raw_findings = arena_printf(arena, "%s/raw", folder).ptr;
    check.typed_findings = arena_printf(arena, "%s/typed", folder).ptr;
    bool ok = run_stages(&check, err) && collect(&check, check.raw_findings, err) &&
              collect(&check, check.typed_findings, err);
    Err leftover = {0};
    if (!tree_remove(folder, ok ? err : &leftover))
        return false;
    return ok;
}
