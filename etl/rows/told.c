#include "rows/told.h"

#include <inttypes.h>
#include <string.h>

enum { KEPT_MOST = 1024 }; /* bytes of a text that waits for the end */

/* What is told of one code and field in one sheet. */
typedef struct Subject {
    Finding first_left_out; /* its texts are copies */
    const char *more_code;
    uint64_t count;
    struct Subject *next;
} Subject;

struct Told {
    FindingWriter *findings;
    uint64_t most;
    Subject *subjects;
    Subject *latest; /* the one that was told of last: mostly the next, too */
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

/* As much of it as anybody will be shown. */
static Text
copy_front(Text text, Arena *arena)
{
    return copy(text_sub(text, 0, text_cut(text, KEPT_MOST)), arena);
}

static bool
is_of(const Subject *subject, const Finding *finding)
{
    const Finding *other = &subject->first_left_out;
    return strcmp(other->code, finding->code) == 0 && text_equal(other->field, finding->field) &&
           text_equal(other->place.sheet, finding->place.sheet);
}

static Subject *
subject_of(Told *told, const Finding *finding, const char *more_code)
{
    if (told->latest != NULL && is_of(told->latest, finding))
        return told->latest;
    Subject **at = &told->subjects;
    while (*at != NULL && !is_of(*at, finding))
        at = &(*at)->next;
    if (*at == NULL) {
        *at = arena_alloc(told->arena, sizeof **at);
        **at = (Subject){.more_code = more_code, .first_left_out = {.code = finding->code}};
        (*at)->first_left_out.field = copy(finding->field, told->arena);
        (*at)->first_left_out.place.sheet = copy(finding->place.sheet, told->arena);
    }
    told->latest = *at;
    return *at;
}

static void
keep(Subject *subject, const Finding *finding, Arena *arena)
{
    Finding *kept = &subject->first_left_out;
    kept->place.row_no = finding->place.row_no;
    kept->place.column = finding->place.column;
    kept->error = finding->error;
    kept->raw = copy_front(finding->raw, arena);
    kept->expected = copy_front(finding->expected, arena);
}

bool
told_add_counted(Told *told, const Finding *finding, const char *more_code, Err *err)
{
    Subject *subject = subject_of(told, finding, more_code);
    subject->count++;
    if (subject->count <= told->most)
        return finding_add(told->findings, finding, err);
    if (subject->count == told->most + 1)
        keep(subject, finding, told->arena);
    return true;
}

bool
told_add(Told *told, const Finding *finding, Err *err)
{
    return told_add_counted(told, finding, "more_like_this", err);
}

bool
told_end(Told *told, Err *err)
{
    for (const Subject *subject = told->subjects; subject != NULL; subject = subject->next) {
        if (subject->count <= told->most)
            continue;
        Finding more = subject->first_left_out;
        more.code = subject->more_code;
        more.read_as = arena_printf(told->arena, "%" PRIu64, subject->count - told->most);
        if (!finding_add(told->findings, &more, err))
            return false;
    }
    return true;
}
