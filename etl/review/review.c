#include "review/review.h"

#include "base/buf.h"

enum { JOINED_MAX = 1 << 20 };

Text
review_join(const Review *review, const Text *parts, size_t count, Text between)
{
    Buf joined = buf_new(JOINED_MAX);
    bool fits = true;
    for (size_t i = 0; fits && i < count; i++)
        if (parts[i].len > 0)
            fits = (joined.len == 0 || buf_text(&joined, between)) && buf_text(&joined, parts[i]);
    Text result = arena_text(review->state->arena, buf_view(&joined));
    buf_free(&joined);
    return result;
}

Text
review_items(const Review *review, StateTable table, size_t row, const char *column, ReviewItem words, Text between,
             Err *err)
{
    Text json = state_cell(review->state, table, row, column);
    if (json.len == 0)
        return TEXT_NONE;
    JsonDoc *doc = json_read_text(json, column, err);
    if (doc == NULL)
        return TEXT_NONE;
    Json items = json_root(doc);
    size_t count = json_count(items);
    Text *parts = arena_array(review->state->arena, count, sizeof *parts);
    for (size_t i = 0; i < count; i++)
        parts[i] = words(review, row, json_at(items, i), i, err);
    json_close(doc);
    return review_join(review, parts, count, between);
}
