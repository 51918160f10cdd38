#include "text/amount.h"

#include "text/chinese.h"
#include "text/halfwidth.h"
#include "text/words.h"

/* What is read, and what was found so far. */
typedef struct Reading {
    Text rest;
    Text prefix; /* the unit that stands before the number: 元 of ￥ and RMB, % of 百分之 */
    bool about;
} Reading;

static bool
take(Text *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (text_starts_with(*text, text_of(*words))) {
            *text = text_trim(text_sub(*text, text_of(*words).len, text->len));
            return true;
        }
    }
    return false;
}

static bool
take_end(Text *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (text_ends_with(*text, text_of(*words))) {
            text->len -= text_of(*words).len;
            *text = text_trim(*text);
            return true;
        }
    }
    return false;
}

static bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Runs of digits; a point or a separator inside parts none. */
static size_t
count_numbers(Text text)
{
    size_t count = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        bool joins = inside && (text.ptr[i] == '.' || text.ptr[i] == ',');
        count += is_digit(text.ptr[i]) && !inside;
        inside = is_digit(text.ptr[i]) || joins;
    }
    return count;
}

static bool
take_prefix_unit(Reading *reading)
{
    static const char *const yuan[] = {"¥", "￥", "人民币", "RMB", "CNY", "元", NULL};
    static const char *const foreign[] = {"US$", "USD", "$", "€", "EUR", "£", "HK$", "HKD", NULL};
    static const char *const percent[] = {"百分之", NULL};
    static const char *const permille[] = {"千分之", NULL};
    Text before = reading->rest;
    if (take(&reading->rest, yuan))
        reading->prefix = TEXT("元");
    else if (take(&reading->rest, percent))
        reading->prefix = TEXT("%");
    else if (take(&reading->rest, permille))
        reading->prefix = TEXT("‰");
    else if (take(&reading->rest, foreign))
        reading->prefix = text_trim(text_sub(before, 0, before.len - reading->rest.len));
    else
        return false;
    return true;
}

static void
take_openings(Reading *reading)
{
    static const char *const plain[] = {"共计", "总计", "合计", "累计", "共", "计", ":", NULL};
    static const char *const about[] = {
        "大约", "大概", "约",   "接近", "近",   "超过", "超", "逾",   "不少于", "不低于",
        "不足", "不到", "至少", "最多", "将近", ">=",   "<=", ">",    "<",      "≥",
        "≤",    "≧",    "≦",    "~",    "〜",   "±",    "≈",  "高于", "低于",   NULL};
    for (;;) {
        if (take(&reading->rest, about))
            reading->about = true;
        else if (!take(&reading->rest, plain) && !take_prefix_unit(reading))
            return;
    }
}

static void
take_closings(Reading *reading)
{
    static const char *const behind_number[] = {"余", "多", "几", "来", "+", "左右", "上下", "以上", "以下", NULL};
    static const char *const at_end[] = {"左右", "上下", "以上", "以下", "之多", "不等", "+", NULL};
    static const char *const stops[] = {"。", ".", ";", ",", "、", "!", NULL};
    while (take_end(&reading->rest, stops))
        continue;
    while (take(&reading->rest, behind_number) || take_end(&reading->rest, at_end))
        reading->about = true;
}

static bool
starts_with_digit(Text text)
{
    return text.len > 0 && is_digit(text.ptr[0]);
}

static bool
one_digit(const Decimal *number)
{
    return number->digit_count == 1 && number->scale == 0;
}

/* The power of ten that words stand for, as a number; 1 without words. */
static Decimal
magnitude_of(Text words, Arena *arena)
{
    Decimal magnitude = {.digit_count = 1};
    Text rest;
    decimal_read(arena_printf(arena, "1%" TEXT_FMT, TEXT_ARG(words)), &magnitude, &rest);
    return magnitude;
}

/* The 2000万 of 1亿2000万, added to *number: less than one of what stands before it, and not a lone digit, which may leave its power unsaid (1万2). */
static bool
add_term(Text *rest, Decimal *number, Text *words, Arena *arena)
{
    Decimal term;
    Text behind;
    Decimal magnitude = magnitude_of(*words, arena);
    if (!decimal_read_words(*rest, &term, words, &behind) || !decimal_is_integer(&term) || term.negative ||
        decimal_compare(&term, &magnitude) >= 0 || (words->len == 0 && one_digit(&term)))
        return false;
    *rest = behind;
    return decimal_add(number, &term, number);
}

/* What is written between two places of one text, the later given by what follows it. */
static Text
between(Text from, Text rest)
{
    return (Text){from.ptr, (size_t)(rest.ptr - from.ptr)};
}

static bool
read_digits(Text *text, Arena *arena, Amount *out)
{
    Text words;
    Text rest;
    if (!decimal_read_words(*text, &out->number, &words, &rest))
        return false;
    Text first = words;
    bool whole = decimal_is_integer(&out->number) && !out->number.negative &&
                 text_find(between(*text, rest), TEXT("."), 0) == SIZE_MAX;
    while (whole && words.len > 0 && starts_with_digit(rest))
        whole = add_term(&rest, &out->number, &words, arena);
    out->words = first.len > 0 ? text_trim(between(first, rest)) : TEXT_NONE;
    *text = rest;
    return true;
}

static bool
read_chinese(Text *text, Amount *out)
{
    Text rest;
    if (!chinese_number(*text, &out->number, &rest))
        return false;
    Text written = text_trim(between(*text, rest));
    out->words = TEXT_NONE;
    for (size_t at = 0; at < written.len; at++) {
        Text from = text_sub(written, at, written.len);
        if (text_starts_with(from, TEXT("万")) || text_starts_with(from, TEXT("亿")))
            out->words = from;
    }
    *text = rest;
    return true;
}

static bool
read_number(Text *text, Arena *arena, Amount *out)
{
    static const char *const minus[] = {"负", NULL};
    bool negative = take(text, minus);
    if (!read_digits(text, arena, out) && !read_chinese(text, out))
        return false;
    if (!negative)
        return true;
    bool zero = one_digit(&out->number) && out->number.digits[0] == 0;
    bool twice = out->number.negative;
    out->number.negative = !zero;
    return !twice;
}

static bool
is_scientific(Text text)
{
    for (size_t i = 1; i + 1 < text.len; i++) {
        char next = text.ptr[i + 1];
        bool exponent = text.ptr[i] == 'E' || text.ptr[i] == 'e';
        if (exponent && is_digit(text.ptr[i - 1]) && (is_digit(next) || next == '+' || next == '-'))
            return true;
    }
    return false;
}

static bool
is_range(Text rest)
{
    static const char *const joints[] = {"-", "~", "〜", "至", "到", "或", NULL};
    Decimal number;
    Text behind;
    for (size_t i = 0; i < rest.len; i++) {
        Text from = text_sub(rest, i, rest.len);
        if (take(&from, joints) && (starts_with_digit(from) || chinese_number(from, &number, &behind)))
            return true;
    }
    return false;
}

static Text
without_blanks(Text text, Arena *arena)
{
    char *kept = arena_alloc(arena, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != ' ' && text.ptr[i] != '\n' && text.ptr[i] != '\t')
            kept[len++] = text.ptr[i];
    }
    return (Text){kept, len};
}

/* 台/套 of (台/套); 台(套) stays. */
static Text
without_brackets(Text unit)
{
    bool around = unit.len >= 2 && unit.ptr[0] == '(' && text_find(unit, TEXT(")"), 0) == unit.len - 1;
    return around ? text_sub(unit, 1, unit.len - 2) : unit;
}

/* A unit before and another behind are told as what they are: neither is passed over. */
static Text
unit_of(const Reading *reading, Arena *arena)
{
    Text unit = without_brackets(without_blanks(reading->rest, arena));
    if (reading->prefix.len == 0)
        return unit;
    bool names_yuan = text_find(unit, TEXT("元"), 0) != SIZE_MAX;
    if (unit.len == 0 || (text_equal(reading->prefix, TEXT("元")) && names_yuan))
        return unit.len == 0 ? reading->prefix : unit;
    return arena_printf(arena, "%" TEXT_FMT "%" TEXT_FMT, TEXT_ARG(reading->prefix), TEXT_ARG(unit));
}

static bool
says_none(Text text)
{
    static const char *const begin[] = {"无", "暂无", "没有", NULL};
    static const char *const inside[] = {"(无", "/无", ",无", "无)", NULL};
    return count_numbers(text) > 0 &&
           (words_begin(begin, text) || words_inside(inside, text) || text_ends_with(text, TEXT("无")));
}

AmountForm
amount_read(Text written, Arena *arena, Amount *out)
{
    Reading reading = {.rest = text_trim(halfwidth_text(written, arena))};
    Text all = reading.rest;
    *out = (Amount){.number = {.digit_count = 1}};
    if (says_none(all))
        return AMOUNT_OR_NONE;
    take_openings(&reading);
    if (!read_number(&reading.rest, arena, out))
        return count_numbers(all) > 1 ? AMOUNT_SEVERAL : AMOUNT_NONE;
    take_closings(&reading);
    out->unit = unit_of(&reading, arena);
    out->sign = text_equal(reading.prefix, TEXT("元")) && reading.rest.len == 0 && out->words.len == 0;
    if (is_scientific(all))
        return AMOUNT_SCIENTIFIC;
    if (is_range(reading.rest))
        return AMOUNT_RANGE;
    if (count_numbers(reading.rest) > 0)
        return AMOUNT_SEVERAL;
    return reading.about ? AMOUNT_ABOUT : AMOUNT_EXACT;
}
