#include "trace/copies.h"

#include <stdlib.h>

#include "office/correctioncopy.h"
#include "trace/tell.h"

/* "2 汽配云" is the second copy; 0 where the sheet is none. */
static size_t
number_of(Text sheet)
{
    size_t digits = 0, number = 0;
    for (; digits < sheet.len && sheet.ptr[digits] >= '0' && sheet.ptr[digits] <= '9' && digits < 9; digits++)
        number = number * 10 + (size_t)(sheet.ptr[digits] - '0');
    return digits < sheet.len && sheet.ptr[digits] == ' ' ? number : 0;
}

static bool
same_sheet(const State *state, size_t one, size_t other)
{
    return text_equal(state_cell(state, STATE_FINDINGS, one, "file"),
                      state_cell(state, STATE_FINDINGS, other, "file")) &&
           text_equal(state_cell(state, STATE_FINDINGS, one, "sha256"),
                      state_cell(state, STATE_FINDINGS, other, "sha256")) &&
           text_equal(state_cell(state, STATE_FINDINGS, one, "sheet"),
                      state_cell(state, STATE_FINDINGS, other, "sheet"));
}

/* The findings, one of each sheet, whose copy has the target's name under its number; at most `most`. */
static size_t
find_sheets(const Trace *trace, const Target *target, size_t found[], size_t most)
{
    const State *state = trace->state;
    size_t count = 0;
    size_t number = number_of(target->sheet);
    for (size_t row = 0; number > 0 && count < most && row < state_rows(state, STATE_FINDINGS); row++) {
        Text file = state_cell(state, STATE_FINDINGS, row, "file");
        Text name = correctioncopy_name(number, file, state_cell(state, STATE_FINDINGS, row, "sheet"), state->arena);
        bool known = file.len == 0 || !text_equal(name, target->sheet);
        for (size_t i = 0; i < count && !known; i++)
            known = same_sheet(state, found[i], row);
        if (!known)
            found[count++] = row;
    }
    return count;
}

static void
tell_candidates(const Trace *trace, const size_t found[], size_t count)
{
    answer_part(trace->answer, "candidate");
    for (size_t i = 0; i < count; i++) {
        static const char *const facts[] = {"unit_name", "file", "sha256", "sheet"};
        answer_row(trace->answer);
        for (size_t j = 0; j < sizeof facts / sizeof *facts; j++)
            answer_fact(trace->answer, facts[j], state_cell(trace->state, STATE_FINDINGS, found[i], facts[j]));
    }
}

bool
copies_tell(const Trace *trace, const Target *target, bool *found, Err *err)
{
    enum { MOST = 20 };
    size_t sheets[MOST];
    size_t count = find_sheets(trace, target, sheets, MOST);
    Subject subject;
    *found = count > 0;
    if (count > 1)
        tell_candidates(trace, sheets, count);
    if (count != 1)
        return true;
    const State *state = trace->state;
    Text sheet = state_cell(state, STATE_FINDINGS, sheets[0], "sheet");
    return subject_by_place(trace, TEXT("inbox"), state_cell(state, STATE_FINDINGS, sheets[0], "file"),
                            state_cell(state, STATE_FINDINGS, sheets[0], "sha256"), sheet.len > 0 ? sheet : TEXT(""),
                            target->row, target->cell, &subject, found, err) &&
           (!*found || tell_subject(trace, &subject, err));
}
