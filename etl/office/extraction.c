#include "office/extraction.h"

#include "base/sibling.h"
#include "base/text.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { EXIT_WITH_FINDINGS = 1, FIRST_BYTES = 4096 };

extern char **environ;

const char *
extraction_program(Arena *arena, Err *err)
{
    const char *told = getenv("HUIZONG_EXTRACT");
    return told != NULL ? told : sibling_path("huizong-extract", arena, err);
}

const char *
extraction_limits(const char *schemas_dir, Arena *arena)
{
    const char *limits = arena_printf(arena, "%s/limits.json", schemas_dir).ptr;
    return access(limits, F_OK) == 0 ? limits : NULL;
}

static bool
spawn(Extraction *extraction, int out, Err *err)
{
    const char *arguments[8] = {extraction->program};
    size_t count = 1;
    if (extraction->findings != NULL) {
        arguments[count++] = "--findings";
        arguments[count++] = extraction->findings;
    }
    if (extraction->limits != NULL) {
        arguments[count++] = "--limits";
        arguments[count++] = extraction->limits;
    }
    arguments[count++] = "--";
    arguments[count] = extraction->path;
    static char path[] = "PATH=/usr/bin:/bin";
    char *const confined[] = {path, NULL};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    errno = posix_spawn(&extraction->pid, extraction->program, &actions, NULL, (char *const *)arguments,
                        extraction->confined ? confined : environ);
    posix_spawn_file_actions_destroy(&actions);
    return errno == 0 || err_set(err, ERR_BUG, "could not start \"%s\": %m", extraction->program);
}

/* Sockets, since a pipe cannot be looked into. */
bool
extraction_start(Extraction *extraction, Err *err)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return err_set(err, ERR_IO, "could not make a pair of sockets: %m");
    bool started = spawn(extraction, ends[1], err);
    close(ends[1]);
    extraction->rows = ends[0];
    if (!started)
        close(ends[0]);
    return started;
}

bool
extraction_end(const Extraction *extraction, Err *err)
{
    int status;
    while (waitpid(extraction->pid, &status, 0) < 0) {
        if (errno != EINTR)
            return err_set(err, ERR_IO, "could not wait for \"%s\": %m", extraction->program);
    }
    /* who stops reading it has a fault of its own to tell */
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE)
        return true;
    if (!WIFEXITED(status))
        return err_set(err, ERR_BUG, "\"%s\" was ended by signal %d", extraction->program, WTERMSIG(status));
    if (WEXITSTATUS(status) > EXIT_WITH_FINDINGS)
        return err_set(err, (ErrCode)WEXITSTATUS(status), "could not read file \"%s\"", extraction->path);
    return true;
}

/* A document's stream is a few lines, which come in one piece. */
bool
extraction_is_document(const Extraction *extraction)
{
    char bytes[FIRST_BYTES];
    ssize_t count;
    do
        count = recv(extraction->rows, bytes, sizeof bytes, MSG_PEEK);
    while (count < 0 && errno == EINTR);
    Text first = {bytes, count > 0 ? (size_t)count : 0};
    return text_find(first, TEXT("\n\\#fact\tdocument\t"), 0) != SIZE_MAX;
}
