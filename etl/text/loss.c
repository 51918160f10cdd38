#include "text/loss.h"

#include "text/halfwidth.h"

static bool
has_digit(Text text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            return true;
    }
    return false;
}

static bool
in_words(Text text, Text *figure)
{
    static const char *const words[] = {"净亏损额", "净亏损", "亏损额", "亏损", NULL};
    for (size_t i = 0; words[i] != NULL; i++) {
        Text word = text_of(words[i]);
        if (!text_starts_with(text, word))
            continue;
        *figure = text_trim(text_sub(text, word.len, text.len));
        return true;
    }
    return false;
}

/* One pair of brackets around a figure in digits, and no digit behind it: (1)25.5 is no loss. */
static bool
in_brackets(Text text, Arena *arena, Text *figure)
{
    size_t close = text_find(text, TEXT(")"), 0);
    if (!text_starts_with(text, TEXT("(")) || close == SIZE_MAX)
        return false;
    Text inner = text_trim(text_sub(text, 1, close - 1));
    Text behind = text_trim(text_sub(text, close + 1, text.len));
    bool begins = inner.len > 0 && inner.ptr[0] >= '0' && inner.ptr[0] <= '9';
    if (!begins || has_digit(behind) || text_find(inner, TEXT("("), 0) != SIZE_MAX)
        return false;
    *figure = arena_printf(arena, "%" TEXT_FMT "%" TEXT_FMT, TEXT_ARG(inner), TEXT_ARG(behind));
    return true;
}

LossForm
loss_read(Text written, Arena *arena, Text *figure)
{
    Text text = text_trim(halfwidth_text(written, arena));
    if (in_words(text, figure))
        return LOSS_IN_WORDS;
    return in_brackets(text, arena, figure) ? LOSS_IN_BRACKETS : LOSS_NONE;
}
