#include "list/volume.h"

#include "text/character.h"
#include "text/fold.h"
#include "text/numeral.h"

enum { VOLUME_MOST = 999 };

static const char *const MEASURES[] = {"分册", "册", "部分", "卷", NULL};

/* The number behind byte `at`, in digits or in Chinese, and the byte behind it; 0 where there is none. */
static size_t
number_at(Text text, size_t at, uint64_t *number)
{
    size_t longest = 0;
    for (size_t end = at; end < text.len;) {
        end += character_at(text, end).len;
        Text part = text_sub(text, at, end - at);
        int counted;
        bool digits = text_read_count(part, number) && *number >= 1 && *number <= VOLUME_MOST;
        if (!digits && !numeral_read(part, &counted))
            break;
        longest = end;
    }
    if (longest > 0 && !text_read_count(text_sub(text, at, longest - at), number)) {
        int counted = 0;
        numeral_read(text_sub(text, at, longest - at), &counted);
        *number = (uint64_t)counted;
    }
    return longest;
}

static bool
measure_at(Text text, size_t at)
{
    for (size_t i = 0; MEASURES[i] != NULL; i++) {
        if (text_starts_with(text_sub(text, at, text.len), text_of(MEASURES[i])))
            return true;
    }
    return false;
}

/* A number between `word` and 册 or the like. */
static bool
find_counted(Text text, Text word, uint64_t *number)
{
    for (size_t at = 0; (at = text_find(text, word, at)) != SIZE_MAX; at += word.len) {
        size_t end = number_at(text, at + word.len, number);
        if (end > 0 && measure_at(text, end))
            return true;
    }
    return false;
}

/* "(2/3)" */
static bool
find_fraction(Text text, Volume *part)
{
    for (size_t at = 0; (at = text_find(text, TEXT("("), at)) != SIZE_MAX; at++) {
        size_t slash = number_at(text, at + 1, &part->no);
        if (slash == 0 || !text_starts_with(text_sub(text, slash, text.len), TEXT("/")))
            continue;
        size_t end = number_at(text, slash + 1, &part->of);
        if (end > 0 && text_starts_with(text_sub(text, end, text.len), TEXT(")")))
            return true;
    }
    return false;
}

bool
volume_read(Text written, Arena *arena, Volume *part)
{
    Text text = fold_key(written, arena);
    *part = (Volume){0, 0};
    if (find_fraction(text, part))
        return true;
    if (!find_counted(text, TEXT("第"), &part->no))
        return false;
    if (!find_counted(text, TEXT("共"), &part->of))
        part->of = 0;
    return true;
}
