#include "ministry/told.h"

#include <inttypes.h>

#include "ministry/verify.h"
#include "ministry/warnings.h"
#include "results/timewords.h"

enum { WARNINGS_SAID = 40 };

static void
say(const Messages *messages, const char *code, const MessageValues *values, Arena *arena, FILE *out)
{
    fprintf(out, "%" TEXT_FMT "\n", TEXT_ARG(messages_render(messages, text_of(code), values, arena)));
}

/* "提示：单位阶段报备；福州市工业和信息化局；福云工联平台；a.xlsx" */
static void
say_warning(const Grid *warnings, size_t row, FILE *out)
{
    static const int parts[] = {WARNING_TITLE, WARNING_UNIT,  WARNING_PLATFORM, WARNING_FILE,
                                WARNING_SHEET, WARNING_PLACE, WARNING_WHY};
    fprintf(out, "%" TEXT_FMT, TEXT_ARG(grid_cell(warnings, row, WARNING_LEVEL)));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        Text part = grid_cell(warnings, row, (size_t)parts[i]);
        if (part.len > 0)
            fprintf(out, "%s%" TEXT_FMT, i == 0 ? "：" : "；", TEXT_ARG(part));
    }
    fputc('\n', out);
}

static void
say_written(const State *state, const FinalResult *result, const MessageValues *values, FILE *out)
{
    const Grid *warnings = &result->warnings;
    for (size_t row = 0; row < warnings->row_count && row < WARNINGS_SAID; row++)
        say_warning(warnings, row, out);
    if (warnings->row_count > WARNINGS_SAID)
        say(state->messages, "package_more_warnings", values, state->arena, out);
    say(state->messages, "package_written", values, state->arena, out);
}

void
told_moment(const State *state, FILE *talk)
{
    const MessageValues values = {.expected = timewords(state, state->as_of)};
    say(state->messages, "package_moment", &values, state->arena, talk);
}

static void
say_waiting(const State *state, const Waiting *waiting, FILE *talk)
{
    const MessageValues values = {.read_as = waiting->told,
                                  .raw = arena_printf(state->arena, "%zu", waiting->files),
                                  .expected = timewords(state, state->as_of)};
    if (waiting->files > 0)
        say(state->messages, "package_waits", &values, state->arena, talk);
}

static bool
say_refused(const State *state, const FinalResult *result, FILE *talk, Err *err)
{
    say_waiting(state, &result->waiting, talk);
    for (size_t i = 0; i < result->open->count; i++) {
        const OpenMatter *matter = &result->open->matters[i];
        fprintf(talk, "%zu. %" TEXT_FMT "：%" TEXT_FMT "%" TEXT_FMT "\n", i + 1, TEXT_ARG(matter->title),
                TEXT_ARG(matter->text), TEXT_ARG(matter->todo));
    }
    return err_set(err, ERR_DATA, "no final package: %zu files wait, %zu matters are open", result->waiting.files,
                   result->open->count);
}

bool
told_final(const State *state, const FinalResult *result, FILE *out, FILE *talk, Err *err)
{
    MessageValues values = {.file = result->folder,
                            .raw = arena_printf(state->arena, "v%" PRIu64, result->version),
                            .read_as = arena_printf(state->arena, "%zu", result->warnings.row_count),
                            .expected = timewords(state, state->as_of)};
    if (result->booked_late)
        say(state->messages, "package_booked", &values, state->arena, out);
    if (result->outcome != FINAL_WRITTEN && result->outcome != FINAL_THERE)
        told_moment(state, talk);
    switch (result->outcome) {
    case FINAL_WRITTEN:
        say_written(state, result, &values, out);
        return true;
    case FINAL_THERE:
        say(state->messages, "package_there", &values, state->arena, out);
        return true;
    case FINAL_REFUSED:
        return say_refused(state, result, talk, err);
    case FINAL_GONE:
        say(state->messages, "package_gone", &values, state->arena, talk);
        return err_set(err, ERR_NO_INPUT, "package v%" PRIu64 " was booked but is not there", result->version);
    case FINAL_NO_REASON:
        say(state->messages, "final_package_differs", &values, state->arena, talk);
        break;
    }
    return err_set(err, ERR_USAGE, "the state differs from v%" PRIu64 ": another version needs --reason",
                   result->version);
}

static bool
say_verdict(const Messages *messages, const Manifest *manifest, const Verdict *verdict, const char *folder,
            Arena *arena, FILE *out, Err *err)
{
    for (size_t i = 0; i < verdict->count; i++) {
        const Deviation *deviation = &verdict->deviations[i];
        MessageValues values = {.file = deviation->name, .expected = deviation->expected, .read_as = deviation->found};
        say(messages, deviation->code.ptr, &values, arena, out);
    }
    /* What follows stands on another stream, and in no midst of a character of this one. */
    fflush(out);
    if (!verdict->sound)
        return err_set(err, ERR_DATA, "package \"%s\" is not what its manifest says", folder);
    MessageValues values = {.file = text_of(folder),
                            .expected = arena_printf(arena, "%zu", manifest->file_count),
                            .read_as = arena_printf(arena, "%zu", manifest->file_count - verdict->disposed),
                            .raw = text_of(manifest->sha256)};
    say(messages, verdict->disposed == 0 ? "package_sound" : "package_sound_disposed", &values, arena, out);
    return true;
}

bool
told_verify(const char *schemas_dir, const char *folder, Arena *arena, FILE *out, Err *err)
{
    Manifest manifest;
    Verdict verdict;
    if (!verify_package(folder, arena, &manifest, &verdict, err))
        return false;
    Messages *messages = messages_open(arena_printf(arena, "%s/messages.json", schemas_dir).ptr, err);
    bool ok = messages != NULL && say_verdict(messages, &manifest, &verdict, folder, arena, out, err);
    if (messages != NULL)
        messages_close(messages);
    return ok;
}
