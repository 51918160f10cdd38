#include "replay/told.h"

#include "base/prog.h"

typedef struct Speech {
    const ReplayOrder *order;
    const Wording *words;
    FILE *out;
    Arena *arena;
} Speech;

static void
say(const Speech *speech, const char *key, const Text *values, size_t count)
{
    Text line = wording_fill(speech->words, key, values, count, speech->arena);
    fprintf(speech->out, "%" TEXT_FMT "\n", TEXT_ARG(line));
}

static Text
number(const Speech *speech, size_t value)
{
    return arena_printf(speech->arena, "%zu", value);
}

static Text
in_folder(const Speech *speech, const char *name)
{
    return arena_printf(speech->arena, "%s/%s", speech->order->to, name);
}

static void
say_rebuilt(const Speech *speech, const ReplayResult *result)
{
    const Kept *kept = &result->kept;
    const Text release[] = {kept->as_of,           kept->release,   kept->packages,
                            TEXT(HUIZONG_VERSION), kept_packages(), in_folder(speech, "kept")};
    const Text same[] = {number(speech, result->files), in_folder(speech, "rebuilt")};
    const Text other[] = {number(speech, result->files), number(speech, result->differing),
                          number(speech, result->differences), in_folder(speech, "difference.csv")};
    say(speech, result->same_release ? "same_release" : "other_release", release, 6);
    say(speech, result->differing == 0 ? "identical" : "differs", result->differing == 0 ? same : other,
        result->differing == 0 ? 2 : 4);
}

static void
say_current(const Speech *speech, const Standing *standing)
{
    const Text values[] = {standing->newest, standing->leads};
    if (standing->newest.len > 0)
        say(speech, standing->leads.len > 0 ? "current_astray" : "current_gone", values,
            standing->leads.len > 0 ? 2 : 1);
}

static void
say_standing(const Speech *speech, const Standing *standing)
{
    static const char *const faults[STANDING_FAULTS] = {[STANDING_GONE] = "file_gone",
                                                        [STANDING_CHANGED] = "file_changed",
                                                        [STANDING_ADDED] = "file_added",
                                                        [STANDING_NO_FILE] = "file_no_file"};
    const Text count = number(speech, standing->fault_count);
    const Text gone[] = {text_of(standing->folder), in_folder(speech, "kept")};
    if (standing->gone)
        say(speech, "standing_gone", gone, 2);
    else
        say(speech, standing->fault_count == 0 ? "standing" : "standing_altered", &count, 1);
    for (size_t i = 0; i < standing->fault_count; i++)
        say(speech, faults[standing->faults[i].fault], &standing->faults[i].path, 1);
    say_current(speech, standing);
}

bool
replay_is_altered(const ReplayResult *result)
{
    const Standing *standing = &result->standing;
    return standing->gone || standing->fault_count > 0 || standing->newest.len > 0;
}

void
replay_tell(const ReplayOrder *order, const ReplayResult *result, const Wording *words, FILE *out, Arena *arena)
{
    const Speech speech = {order, words, out, arena};
    say_rebuilt(&speech, result);
    if (order->outbox != NULL)
        say_standing(&speech, &result->standing);
}
