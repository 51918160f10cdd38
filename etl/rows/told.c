#include "rows/told.h"

#include <inttypes.h>
#include <string.h>

enum { KEPT_MOST = 1024 }; /* bytes of a text that waits for the end */

/* What is told of one code and field in one sheet. */
typedef struct Subject {
    Finding first_left_out; /* its texts are copies */
    const char *more_code;
    uint64_t count;
    uint64_t written; /* one by one */
    struct Subject *next;
    struct Subject *before;
} Subject;

struct Told {
    FindingWriter *findings;
    uint64_t most;
    uint64_t left; /* that may still be written one by one */
    Subject *first;
    Subject *last;
    Subject *latest; /* the one that was told of last: mostly the next, too */
    Arena *arena;
};

Told *
told_new(FindingWriter *findings, uint64_t most, uint64_t in_all, Arena *arena)
{
    Told *told = arena_alloc(arena, sizeof *told);
    *told = (Told){.findings = findings, .most = most, .left = in_all, .arena = arena};
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
new_subject(Told *told, const Finding *finding, const char *more_code)
{
    Subject *subject = arena_alloc(told->arena, sizeof *subject);
    *subject = (Subject){.more_code = more_code, .before = told->last, .first_left_out = {.code = finding->code}};
    subject->first_left_out.field = copy(finding->field, told->arena);
    subject->first_left_out.place.sheet = copy(finding->place.sheet, told->arena);
    if (told->last == NULL)
        told->first = subject;
    else
        told->last->next = subject;
    told->last = subject;
    return subject;
}

/* Those of the sheet at hand stand last. */
static Subject *
subject_of(Told *told, const Finding *finding, const char *more_code)
{
    Subject *subject = told->latest;
    if (subject == NULL || !is_of(subject, finding)) {
        for (subject = told->last; subject != NULL && !is_of(subject, finding);)
            subject = subject->before;
    }
    told->latest = subject != NULL ? subject : new_subject(told, finding, more_code);
    return told->latest;
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
    if (subject->written < told->most && told->left > 0) {
        subject->written++;
        told->left--;
        return finding_add(told->findings, finding, err);
    }
    if (subject->count == subject->written + 1)
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
    for (const Subject *subject = told->first; subject != NULL; subject = subject->next) {
        if (subject->count == subject->written)
            continue;
        Finding more = subject->first_left_out;
        more.code = subject->more_code;
        more.read_as = arena_printf(told->arena, "%" PRIu64, subject->count - subject->written);
        if (!finding_add(told->findings, &more, err))
            return false;
    }
    return true;
}
