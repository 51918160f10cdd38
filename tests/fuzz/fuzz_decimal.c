/*
 * Two numbers, a line each. What is printed reads back as the same; a plain one is printed as its own digits say; sums, products and order are those of
 * 128-bit integers; a magnitude word multiplies; PostgreSQL's binary form holds the same digits.
 */
#include "texts.h"

#include "rows/copybinary.h"
#include "text/decimal.h"

typedef __int128 Wide;

enum { SHORT = 17, COPY_MOST = 1024 };

static void
reads_back(const Decimal *number, Arena *arena)
{
    Decimal again;
    Text words, rest, text = decimal_text(number, arena);
    PROMISE(decimal_read_words(text, &again, &words, &rest) && rest.len == 0 && words.len == 0);
    PROMISE(decimal_compare(number, &again) == 0 && text_equal(decimal_text(&again, arena), text));
    PROMISE(number->scale >= 0 && number->digit_count >= 1 && number->digit_count <= DECIMAL_DIGITS);
}

static bool
is_plain(Text text)
{
    size_t digits = 0, points = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '.')
            points++;
        else if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            digits++;
        else
            return false;
    }
    return digits > 0 && digits < DECIMAL_DIGITS && points <= 1 && text.ptr[0] != '.' && text.ptr[text.len - 1] != '.';
}

/* Plain digits without the zeros that say nothing. */
static Text
shortest(Text text)
{
    while (text.len > 1 && text.ptr[0] == '0' && text.ptr[1] != '.')
        text = text_sub(text, 1, SIZE_MAX);
    while (text_find(text, TEXT("."), 0) != SIZE_MAX && strchr("0.", text.ptr[text.len - 1]) != NULL) {
        text.len--;
        if (text.ptr[text.len] == '.')
            break;
    }
    return text;
}

static Wide
digits_of(const Decimal *number)
{
    Wide value = 0;
    for (int i = 0; i < number->digit_count; i++)
        value = value * 10 + number->digits[i];
    return number->negative ? -value : value;
}

static bool
is_value(const Decimal *number, Wide value, int scale)
{
    for (; scale > number->scale && value % 10 == 0; scale--)
        value /= 10;
    for (; scale < number->scale; scale++)
        value *= 10;
    return scale == number->scale && value == digits_of(number) && !(value == 0 && number->negative);
}

static void
reckons(const Decimal *left, const Decimal *right)
{
    Decimal result;
    if (left->digit_count > SHORT || right->digit_count > SHORT || left->scale > SHORT || right->scale > SHORT)
        return;
    Wide a = digits_of(left), b = digits_of(right);
    PROMISE(decimal_multiply(left, right, &result) && is_value(&result, a * b, left->scale + right->scale));
    int scale = left->scale > right->scale ? left->scale : right->scale;
    for (int at = left->scale; at < scale; at++)
        a *= 10;
    for (int at = right->scale; at < scale; at++)
        b *= 10;
    PROMISE(decimal_add(left, right, &result) && is_value(&result, a + b, scale));
    PROMISE(decimal_compare(left, right) == (a > b) - (a < b));
    PROMISE(decimal_compare(right, left) == (a < b) - (a > b));
}

static void
word_multiplies(Text text, Text words, const Decimal *number)
{
    static const struct {
        Text word, factor;
    } MAGNITUDES[] = {{TEXT("十"), TEXT("10")},
                      {TEXT("百"), TEXT("100")},
                      {TEXT("千"), TEXT("1000")},
                      {TEXT("万"), TEXT("10000")},
                      {TEXT("亿"), TEXT("100000000")}};
    Decimal front, factor, product;
    Text rest;
    for (size_t i = 0; i < sizeof MAGNITUDES / sizeof MAGNITUDES[0]; i++) {
        if (!text_equal(words, MAGNITUDES[i].word))
            continue;
        if (!decimal_read((Text){text.ptr, (size_t)(words.ptr - text.ptr)}, &front, &rest))
            continue; /* longer than what it makes with its word */
        PROMISE(rest.len == 0);
        PROMISE(decimal_read(MAGNITUDES[i].factor, &factor, &rest));
        PROMISE(decimal_multiply(&front, &factor, &product) && decimal_compare(&product, number) == 0);
    }
}

static unsigned
number2(const unsigned char **at)
{
    *at += 2;
    return (unsigned)(*at)[-2] << 8 | (*at)[-1];
}

/* PostgreSQL's numeric: groups of four digits, the first weighing 10000^weight. */
static void
copies(const Decimal *number, Arena *arena)
{
    char copy[COPY_MOST];
    Decimal sum = {.digit_count = 1}, group, rest_sum;
    Text rest;
    const unsigned char *end = (const unsigned char *)copybinary_numeric(copy, decimal_text(number, arena));
    const unsigned char *at = (const unsigned char *)copy + sizeof(uint32_t);
    int groups = (int)number2(&at), weight = (int16_t)number2(&at);
    unsigned sign = number2(&at), scale = number2(&at);
    PROMISE((sign == 0x4000) == number->negative && (sign == 0 || sign == 0x4000) && (int)scale == number->scale);
    PROMISE(end == at + 2 * groups);
    for (int i = 0; i < groups; i++) {
        unsigned digits = number2(&at);
        Text text = arena_printf(arena, "%s%uE%d", number->negative ? "-" : "", digits, 4 * (weight - i));
        PROMISE(digits < 10000 && decimal_read(text, &group, &rest) && rest.len == 0);
        PROMISE(decimal_add(&sum, &group, &rest_sum));
        sum = rest_sum;
    }
    PROMISE(decimal_compare(&sum, number) == 0);
}

static bool
reads(Text text, Decimal *number, Arena *arena)
{
    Text words, rest;
    if (!decimal_read_words(text, number, &words, &rest)) {
        PROMISE(!is_plain(text));
        return false;
    }
    PROMISE(rest.len == 0 || (rest.ptr >= text.ptr && rest.ptr + rest.len <= text.ptr + text.len));
    PROMISE(!is_plain(text) || text_equal(decimal_text(number, arena), shortest(text)));
    reads_back(number, arena);
    word_multiplies(text, words, number);
    copies(number, arena);
    return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    Arena *arena = arena_new();
    char *block = texts_block(bytes, len);
    Text rest = {block, len};
    Decimal left, right;
    Text first = texts_next(&rest, '\n');
    bool both = reads(first, &left, arena);
    if (reads(rest, &right, arena) && both)
        reckons(&left, &right);
    free(block);
    arena_free(arena);
    return 0;
}
