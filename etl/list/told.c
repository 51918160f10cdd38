#include "list/told.h"

#include <inttypes.h>
#include <string.h>

/* What is told of one code and field. */
typedef struct Subject {
    Finding first_left_out; /* its texts are copies */
    uint64_t count;
    struct Subject *next;
} Subject;

struct Told {
    FindingWriter *findings;
    uint64_t most;
    Subject *subjects;
    Arena *arena;
};

Told *
told_new(FindingWriter *findings, uint64_t most, Arena *arena)
{
    Told *told = arena_alloc(arena, sizeof *told);
    *told = (Told){.findings = findings, .most = most, .arena = arena};
    return told;
}

static Text
copy(Text text, Arena *arena)
{
    return text.ptr == NULL ? TEXT_NONE : arena_text(arena, text);
}

static Subject *
subject_of(Told *told, const Finding *finding)
{
    Subject **at = &told->subjects;
    while (*at != NULL) {
        const Finding *other = &(*at)->first_left_out;
        if (strcmp(other->code, finding->code) == 0 && text_equal(other->field, finding->field))
            return *at;
        at = &(*at)->next;
    }
    *at = arena_alloc(told->arena, sizeof **at);
    (*at)->first_left_out = (Finding){.code = finding->code, .field = copy(finding->field, told->arena)};
    return *at;
}

static void
keep(Subject *subject, const Finding *finding, Arena *arena)
{
    Finding *kept = &subject->first_left_out;
    kept->place = finding->place;
    kept->place.sheet = arena_text(arena, finding->place.sheet);
    kept->error = finding->error;
    kept->raw = copy(finding->raw, arena);
    kept->expected = copy(finding->expected, arena);
}

bool
told_add(Told *told, const Finding *finding, Err *err)
{
    Subject *subject = subject_of(told, finding);
    subject->count++;
    if (subject->count <= told->most)
        return finding_add(told->findings, finding, err);
    if (subject->count == told->most + 1)
        keep(subject, finding, told->arena);
    return true;
}

bool
told_end(Told *told, Err *err)
{
    for (const Subject *subject = told->subjects; subject != NULL; subject = subject->next) {
        if (subject->count <= told->most)
            continue;
        Finding more = subject->first_left_out;
        more.code = "more_like_this";
        more.read_as = arena_printf(told->arena, "%" PRIu64, subject->count - told->most);
        if (!finding_add(told->findings, &more, err))
            return false;
    }
    return true;
}
