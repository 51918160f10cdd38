#include "text/gap.h"

#include "base/buf.h"

enum { FILLED_MAX = 1 << 20 };

Text
gap_fill(Text sentence, const Text *values, size_t count, Arena *arena)
{
    Buf filled = buf_new(FILLED_MAX);
    size_t at = 0;
    bool fits = true;
    for (size_t i = 0; fits && i < count; i++) {
        size_t gap = text_find(sentence, TEXT("{}"), at);
        if (gap == SIZE_MAX)
            break;
        fits = buf_text(&filled, text_sub(sentence, at, gap - at)) && buf_text(&filled, values[i]);
        at = gap + 2;
    }
    fits = fits && buf_text(&filled, text_sub(sentence, at, SIZE_MAX));
    Text result = fits ? arena_text(arena, buf_view(&filled)) : sentence;
    buf_free(&filled);
    return result;
}
