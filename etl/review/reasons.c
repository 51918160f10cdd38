#include "review/reasons.h"

#include "results/timewords.h"
#include "text/gap.h"

static Text
cell(const Review *review, StateTable table, size_t row, const char *column)
{
    return state_cell(review->state, table, row, column);
}

static MessageValues
values_of(const Review *review, StateTable table, size_t row)
{
    return (MessageValues){.file = cell(review, table, row, "file"),
                           .sheet = cell(review, table, row, "sheet"),
                           .row = cell(review, table, row, "row"),
                           .unit = cell(review, table, row, "unit_name"),
                           .platform = cell(review, table, row, "platform"),
                           .enterprise = cell(review, table, row, "enterprise")};
}

static Text
member(const Review *review, Json object, const char *key, Err *err)
{
    return arena_text(review->state->arena, json_string(json_member(object, key), err));
}

static Text
time_member(const Review *review, Json object, const char *key, Err *err)
{
    return timewords(review->state, member(review, object, key, err));
}

/* A reason that no rule told, as a decision of a register, has no values for its sentence: its name says it. */
static Text
reason_words(const Review *review, size_t row, Json reason, size_t place, Err *err)
{
    (void)place;
    const State *state = review->state;
    Text code = member(review, reason, "code", err);
    Text title = messages_title(state->messages, code);
    if (!json_bool(json_member(reason, "told"), err))
        return title;
    MessageValues values = values_of(review, STATE_DECISIONS, row);
    values.field = member(review, reason, "field", err);
    values.cell = member(review, reason, "cell", err);
    values.raw = time_member(review, reason, "raw", err);
    values.read_as = time_member(review, reason, "read_as", err);
    values.expected = time_member(review, reason, "expected", err);
    const Text parts[] = {title, messages_problem(state->messages, code, &values, state->arena)};
    return gap_fill(review->layout->words[WORD_REASON], parts, 2, state->arena);
}

static Text
line_words(const Review *review, size_t row, Json line, size_t place, Err *err)
{
    const Text *words = review->layout->words;
    const Text said[] = {time_member(review, line, "date", err), member(review, line, "person", err),
                         member(review, line, "words", err)};
    const Text parts[] = {member(review, line, "title", err), member(review, line, "row", err),
                          review_join(review, said, 3, words[WORD_LISTED])};
    (void)row, (void)place;
    return gap_fill(words[WORD_LINE], parts, 3, review->state->arena);
}

Text
reasons_words(const Review *review, size_t row, Err *err)
{
    return review_items(review, STATE_DECISIONS, row, "details", reason_words, review->layout->words[WORD_PARTED], err);
}

Text
reasons_lines(const Review *review, size_t row, Err *err)
{
    return review_items(review, STATE_DECISIONS, row, "lines", line_words, review->layout->words[WORD_PARTED], err);
}

Text
reasons_hold(const Review *review, size_t row)
{
    const State *state = review->state;
    Text code = cell(review, STATE_HOLDS, row, "code");
    if (!text_equal(cell(review, STATE_HOLDS, row, "told"), TEXT("true")))
        return messages_title(state->messages, code);
    MessageValues values = values_of(review, STATE_HOLDS, row);
    values.field = cell(review, STATE_HOLDS, row, "field");
    values.cell = cell(review, STATE_HOLDS, row, "cell");
    values.raw = timewords(state, cell(review, STATE_HOLDS, row, "raw"));
    values.read_as = timewords(state, cell(review, STATE_HOLDS, row, "read_as"));
    values.expected = timewords(state, cell(review, STATE_HOLDS, row, "expected"));
    return messages_problem(state->messages, code, &values, state->arena);
}
