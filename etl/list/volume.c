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

/* Behind the measure that stands at byte `at`; `at` where there is none. */
static size_t
skip_measure(Text text, size_t at)
{
    for (size_t i = 0; MEASURES[i] != NULL; i++) {
        Text measure = text_of(MEASURES[i]);
        if (text_starts_with(text_sub(text, at, text.len), measure))
            return at + measure.len;
    }
    return at;
}

/* A number between `word` and 册 or the like. */
static bool
find_counted(Text text, Text word, uint64_t *number)
{
    for (size_t at = 0; (at = text_find(text, word, at)) != SIZE_MAX; at += word.len) {
        size_t end = number_at(text, at + word.len, number);
        if (end > 0 && skip_measure(text, end) > end)
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

bool
volume_labelled(Text written, Arena *arena, Text *said)
{
    static const char label[] = "册次";
    Text text = fold_key(written, arena);
    if (!text_starts_with(text, TEXT(label)))
        return false;
    *said = text_sub(text, sizeof label - 1, text.len);
    if (text_starts_with(*said, TEXT(":")))
        *said = text_sub(*said, 1, said->len);
    return true;
}

static size_t
skip_word(Text text, size_t at, Text word)
{
    return text_starts_with(text_sub(text, at, text.len), word) ? at + word.len : at;
}

/* "2/3", "第2/3册", "2册/共3册", and nothing else. */
static bool
is_fraction(Text text, Volume *part)
{
    size_t end = number_at(text, skip_word(text, 0, TEXT("第")), &part->no);
    size_t slash = end == 0 ? 0 : skip_measure(text, end);
    if (end == 0 || !text_starts_with(text_sub(text, slash, text.len), TEXT("/")))
        return false;
    end = number_at(text, skip_word(text, slash + 1, TEXT("共")), &part->of);
    return end > 0 && skip_measure(text, end) == text.len;
}

/* "共1册", "全一册" */
static bool
is_whole(Text text, Volume *part)
{
    uint64_t count = 0;
    size_t begin = skip_word(text, 0, TEXT("共"));
    begin = begin > 0 ? begin : skip_word(text, 0, TEXT("全"));
    size_t end = begin == 0 ? 0 : number_at(text, begin, &count);
    *part = (Volume){1, 1};
    return end > 0 && count == 1 && skip_measure(text, end) > end && skip_measure(text, end) == text.len;
}

bool
volume_read_said(Text said, Arena *arena, Volume *part)
{
    Text text = fold_key(said, arena);
    return volume_read(said, arena, part) || is_fraction(text, part) || is_whole(text, part);
}
