#include "list/volume.h"

#include <string.h>

#include "text/character.h"
#include "text/fold.h"
#include "text/numeral.h"
#include "text/words.h"

enum { VOLUME_MOST = 999, RANGE_MOST = 5 };

static const char *const MEASURES[] = {"分册", "册", "部分", "卷", NULL};

static inline bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Zeros in front count nothing: 01 is 1. */
static bool
read_digits(Text digits, uint64_t *number)
{
    return text_read_count(digits, number) && *number <= VOLUME_MOST;
}

static bool
read_number(Text text, uint64_t *number)
{
    int counted;
    if (read_digits(text, number))
        return true;
    if (!numeral_read(text, &counted))
        return false;
    *number = (uint64_t)counted;
    return true;
}

/* The number behind byte `at`, in digits or in Chinese, and the byte behind it; 0 where there is none. */
static size_t
number_at(Text text, size_t at, uint64_t *number)
{
    size_t longest = 0;
    for (size_t end = at; end < text.len;) {
        uint64_t read;
        end += character_at(text, end).len;
        if (!read_number(text_sub(text, at, end - at), &read))
            break;
        *number = read;
        longest = end;
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

/* A number between `word` and 册 or the like; or `measure`, where that is given. */
static bool
find_counted(Text text, Text word, Text measure, uint64_t *number)
{
    for (size_t at = 0; (at = text_find(text, word, at)) != SIZE_MAX; at += word.len) {
        size_t end = number_at(text, at + word.len, number);
        if (end == 0)
            continue;
        if (measure.len > 0 ? text_starts_with(text_sub(text, end, text.len), measure) : skip_measure(text, end) > end)
            return true;
    }
    return false;
}

/* 第2批/共3批: of what is counted so both must be said, since there are lists of a first batch. */
static bool
find_counted_twice(Text text, Volume *part)
{
    static const char *const measures[] = {"本", "批", "份", "张", NULL};
    for (const char *const *measure = measures; *measure != NULL; measure++) {
        if (find_counted(text, TEXT("第"), text_of(*measure), &part->no) &&
            find_counted(text, TEXT("共"), text_of(*measure), &part->of))
            return true;
    }
    return false;
}

/* Two numbers in brackets with `sign` between. */
static bool
find_bracketed(Text text, Text sign, Volume *part)
{
    for (size_t at = 0; (at = text_find(text, TEXT("("), at)) != SIZE_MAX; at++) {
        size_t between = number_at(text, at + 1, &part->no);
        if (between == 0 || !text_starts_with(text_sub(text, between, text.len), sign))
            continue;
        size_t end = number_at(text, between + sign.len, &part->of);
        if (end > 0 && text_starts_with(text_sub(text, end, text.len), TEXT(")")))
            return true;
    }
    return false;
}

/* The numbers before and behind a stroke that is no date's, as the byte behind the second; 0 where there are none. */
static size_t
slashed_at(Text text, size_t slash, Volume *part)
{
    size_t begin = slash;
    while (begin > 0 && is_digit(text.ptr[begin - 1]))
        begin--;
    bool date = begin > 0 && (text.ptr[begin - 1] == '/' || text.ptr[begin - 1] == '-' || text.ptr[begin - 1] == '.');
    if (date || begin == slash || !read_digits(text_sub(text, begin, slash - begin), &part->no))
        return 0;
    return number_at(text, slash + 1, &part->of);
}

/* 第2/3册 */
static bool
find_slashed(Text text, Volume *part)
{
    for (size_t at = 0; (at = text_find(text, TEXT("/"), at)) != SIZE_MAX; at++) {
        size_t end = slashed_at(text, at, part);
        if (end > 0 && skip_measure(text, end) > end)
            return true;
    }
    return false;
}

/* 3册之2 */
static bool
find_part_of_all(Text text, Volume *part)
{
    static const char word[] = "册之";
    size_t at = text_find(text, TEXT(word), 0);
    size_t begin = at;
    while (at != SIZE_MAX && begin > 0 && is_digit(text.ptr[begin - 1]))
        begin--;
    return at != SIZE_MAX && begin < at && read_digits(text_sub(text, begin, at - begin), &part->of) &&
           number_at(text, at + sizeof word - 1, &part->no) > 0;
}

static bool
names_list(Text text)
{
    static const char *const lists[] = {"清单", "名单", "花名册", NULL};
    return words_inside(lists, text);
}

/* 上册, 设备清单（下） where it ends the text or its words: a half, or a third. */
static bool
names_half(Text text)
{
    static const char *const halves[] = {"上册", "中册", "下册", "(上)", "(中)", "(下)", NULL};
    for (const char *const *half = halves; *half != NULL; half++) {
        size_t at = text_find(text, text_of(*half), 0);
        Text behind = at == SIZE_MAX ? TEXT("x") : text_sub(text, at + strlen(*half), text.len);
        if ((behind.len == 0 || behind.ptr[0] == ')' || behind.ptr[0] == '/') &&
            ((*half)[0] != '(' || names_list(text)))
            return true;
    }
    return false;
}

/* 设备清单 2/3, （2-3）: most likely a part; with greater numbers more often a month and a day. */
static bool
may_be_part(Text text)
{
    Volume part;
    size_t slash = text_find(text, TEXT("/"), 0);
    bool found =
        find_bracketed(text, TEXT("-"), &part) || (slash != SIZE_MAX && slashed_at(text, slash, &part) == text.len);
    return found && names_list(text) && part.no <= part.of && part.of > 1 && part.of <= RANGE_MOST;
}

/* What is said of parts in so many words. */
static bool
read_said(Text text, Volume *part)
{
    *part = (Volume){0, 0};
    if (find_bracketed(text, TEXT("/"), part) || find_slashed(text, part) || find_counted_twice(text, part) ||
        find_part_of_all(text, part))
        return true;
    if (!find_counted(text, TEXT("第"), TEXT_NONE, &part->no))
        return false;
    if (!find_counted(text, TEXT("共"), TEXT_NONE, &part->of) && !find_counted(text, TEXT("全"), TEXT_NONE, &part->of))
        part->of = 0;
    return true;
}

bool
volume_read(Text written, Arena *arena, Volume *part)
{
    Text text = fold_key(written, arena);
    if (read_said(text, part))
        return true;
    *part = (Volume){1, 0};
    return names_half(text) || may_be_part(text);
}

/* 二 of 之二, and 二) of (二). */
static bool
ends_with_number(Text text, const char *before, const char *behind)
{
    size_t at = text_find(text, text_of(before), 0);
    size_t last = SIZE_MAX;
    uint64_t number;
    for (; at != SIZE_MAX; at = text_find(text, text_of(before), at + 1))
        last = at;
    size_t from = last == SIZE_MAX ? text.len : last + strlen(before);
    if (from >= text.len || is_digit(text.ptr[from]))
        return false;
    size_t end = number_at(text, from, &number);
    return end > 0 && text_equal(text_sub(text, end, text.len), text_of(behind));
}

bool
volume_goes_on(Text stem, Arena *arena)
{
    static const char *const ends[] = {"续", "续表", "(续)", "(续表)", NULL};
    Text text = fold_key(stem, arena);
    if (!names_list(text))
        return false;
    return words_end(ends, text) || ends_with_number(text, "(", ")") || ends_with_number(text, "之", "") ||
           ends_with_number(text, "续", "") || ends_with_number(text, "(续", ")");
}

bool
volume_labelled(Text written, Arena *arena, Text *said)
{
    Text text = fold_key(written, arena);
    bool known = text_starts_with(text, TEXT("册次"));
    if (!known && !text_starts_with(text, TEXT("分册")))
        return false;
    *said = text_sub(text, sizeof "册次" - 1, text.len);
    bool colon = text_starts_with(*said, TEXT(":"));
    if (colon)
        *said = text_sub(*said, 1, said->len);
    return known || colon || said->len == 0;
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
    return read_said(text, part) || is_fraction(text, part) || is_whole(text, part);
}
