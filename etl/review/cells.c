#include "review/cells.h"

#include "results/datafiles.h"
#include "results/timewords.h"
#include "review/entries.h"
#include "review/quotawords.h"
#include "review/reasons.h"

/* "a;b" to one code a line. */
static Text
codes_text(const Review *review, Text codes)
{
    char *lines = arena_string(review->state->arena, codes);
    for (size_t i = 0; i < codes.len; i++)
        if (lines[i] == ';')
            lines[i] = '\n';
    return (Text){lines, codes.len};
}

static Text
register_text(const Review *review, const LayoutColumn *column, Text value, size_t row, Err *err)
{
    const UploadKind *kind = entries_register(review, value);
    switch (column->show) {
    case SHOW_REGISTER_LINE:
        return entries_csv(review, row, err);
    case SHOW_REGISTER_ROW:
        return entries_row(review, row);
    case SHOW_TODO:
        return layout_pair(&review->layout->todo, value.len > 0 ? value : TEXT("none"));
    default:
        return kind != NULL ? kind->title : value;
    }
}

Text
cells_text(const Review *review, const LayoutSheet *sheet, const LayoutColumn *column, size_t row, size_t number,
           Err *err)
{
    const State *state = review->state;
    Text value = column->source != NULL ? state_cell(state, sheet->table, row, column->source) : TEXT_NONE;
    if (column->choices.count > 0)
        return layout_pair(&column->choices, value);
    switch (column->show) {
    case SHOW_NUMBER:
        return arena_printf(state->arena, "%zu", number);
    case SHOW_TIME:
        return timewords(state, value);
    case SHOW_WORD:
        return state_word(state, column->group, value);
    case SHOW_TITLE:
        return messages_title(state->messages, value);
    case SHOW_TITLES:
        return state_titles(state, value, state->arena);
    case SHOW_CODES:
        return codes_text(review, value);
    case SHOW_MESSAGE:
        return datafiles_message(state, row);
    case SHOW_REASONS:
        return reasons_words(review, row, err);
    case SHOW_LINES:
        return reasons_lines(review, row, err);
    case SHOW_QUOTA:
        return quotawords(review, row, err);
    case SHOW_PROBLEM:
        return reasons_hold(review, row);
    case SHOW_REGISTER:
    case SHOW_REGISTER_LINE:
    case SHOW_REGISTER_ROW:
    case SHOW_TODO:
        return register_text(review, column, value, row, err);
    default:
        return value;
    }
}
