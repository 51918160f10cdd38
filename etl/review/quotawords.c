#include "review/quotawords.h"

#include "text/gap.h"

static Text
figure(const Review *review, size_t row, const char *column)
{
    return state_cell(review->state, STATE_QUOTA, row, column);
}

static Text
fill(const Review *review, LayoutWord word, const Text *values, size_t count)
{
    return gap_fill(review->layout->words[word], values, count, review->state->arena);
}

static Text
member(const Review *review, Json object, const char *key, Err *err)
{
    Json value = json_member(object, key);
    return json_type(value) == JSON_STRING ? arena_text(review->state->arena, json_string(value, err)) : TEXT_NONE;
}

/* A line is exempt by 匹配裁定 or by its code without a winner of that name. */
static Text
winner_words(const Review *review, size_t row, Json item, size_t place, Err *err)
{
    const Text values[] = {member(review, item, "year", err), member(review, item, "number", err),
                           member(review, item, "name", err)};
    (void)row, (void)place;
    return values[1].len > 0 ? fill(review, WORD_QUOTA_WINNER, values, 3) : member(review, item, "platform", err);
}

static Text
seat_words(const Review *review, size_t row, Json item, size_t place, Err *err)
{
    (void)row;
    const Text values[] = {arena_printf(review->state->arena, "%zu", place + 1), member(review, item, "platform", err)};
    return fill(review, WORD_QUOTA_SEAT, values, 2);
}

static Text
document_words(const Review *review, size_t row, Json item, size_t place, Err *err)
{
    const Text values[] = {member(review, item, "doc_no", err), member(review, item, "platform", err)};
    (void)row, (void)place;
    return fill(review, WORD_QUOTA_DOCUMENT, values, 2);
}

/* "（…，…）" of the items of a JSON array; TEXT_NONE where there is none. */
static Text
details(const Review *review, size_t row, const char *column, ReviewItem words, Err *err)
{
    if (figure(review, row, column).len == 0)
        return TEXT_NONE;
    Text said = review_items(review, STATE_QUOTA, row, column, words, review->layout->words[WORD_LISTED], err);
    return fill(review, WORD_QUOTA_DETAILS, &said, 1);
}

static Text
limit_words(const Review *review, size_t row)
{
    Text quota = figure(review, row, "quota");
    Text advise = figure(review, row, "advise");
    if (quota.len > 0)
        return fill(review, WORD_QUOTA_LIMIT, &quota, 1);
    return advise.len > 0 ? fill(review, WORD_QUOTA_ADVISE, &advise, 1) : review->layout->words[WORD_QUOTA_NONE];
}

/* The figures of a unit in the order of the sentence. */
static const struct Part {
    const char *column;
    LayoutWord word;
    const char *items;
    ReviewItem item_words;
} parts[] = {
    {"exempt", WORD_QUOTA_EXEMPT, "excepted", winner_words},
    {"counted", WORD_QUOTA_COUNTED, "seated", seat_words},
    {"waived", WORD_QUOTA_WAIVED, "granted", document_words},
    {"over_quota", WORD_QUOTA_OVER, NULL, NULL},
    {"duplicate", WORD_QUOTA_DUPLICATE, NULL, NULL},
    {"needs_review", WORD_QUOTA_REVIEW, NULL, NULL},
    {"late", WORD_QUOTA_LATE, NULL, NULL},
    {"ineligible", WORD_QUOTA_INELIGIBLE, NULL, NULL},
    {"withdrawn", WORD_QUOTA_WITHDRAWN, NULL, NULL},
};

enum { PARTS = sizeof parts / sizeof *parts };

static Text
part_words(const Review *review, size_t row, const struct Part *part, Err *err)
{
    Text count = figure(review, row, part->column);
    if (text_equal(count, TEXT("0")))
        return TEXT_NONE;
    Text said = fill(review, part->word, &count, 1);
    if (part->items == NULL)
        return said;
    const Text pair[] = {said, details(review, row, part->items, part->item_words, err)};
    return review_join(review, pair, 2, TEXT_NONE);
}

/* Who settles what is beyond the quota. */
static Text
unsettled_words(const Review *review, size_t row)
{
    Text unsettled = figure(review, row, "surplus_unsettled");
    if (text_equal(unsettled, TEXT("related")))
        return review->layout->words[WORD_QUOTA_RELATED];
    return text_equal(unsettled, TEXT("true")) ? review->layout->words[WORD_QUOTA_UNSETTLED] : TEXT_NONE;
}

Text
quotawords(const Review *review, size_t row, Err *err)
{
    Text said[PARTS + 2];
    Text rows = figure(review, row, "rows");
    for (size_t i = 0; i < PARTS; i++)
        said[i] = part_words(review, row, &parts[i], err);
    said[PARTS] = limit_words(review, row);
    said[PARTS + 1] = unsettled_words(review, row);
    const Text sentence[] = {fill(review, WORD_QUOTA_ROWS, &rows, 1),
                             review_join(review, said, PARTS + 2, review->layout->words[WORD_LISTED])};
    return review_join(review, sentence, 2, TEXT_NONE);
}
