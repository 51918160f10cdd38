#include "text/decimal.h"

#include "text/halfwidth.h"

/* Room for a product, and for a sum of the largest scale and the largest whole part with its carry. */
enum { WORK_DIGITS = 2 * DECIMAL_DIGITS + 2, EXPONENT_MAX = 4 * DECIMAL_DIGITS };

/* Digits least significant first, zeros above. */
typedef struct Work {
    unsigned char digit[WORK_DIGITS];
} Work;

/* Without superfluous zeros; false where it does not fit. */
static bool
store(const Work *work, bool negative, int scale, Decimal *out)
{
    int low = 0;
    int high = WORK_DIGITS;

    while (high > 0 && work->digit[high - 1] == 0)
        high--;
    while (scale > 0 && low < high && work->digit[low] == 0) {
        low++;
        scale--;
    }
    if (high - low > DECIMAL_DIGITS || (high > 0 && scale > DECIMAL_DIGITS))
        return false;
    *out = (Decimal){.negative = negative && high > 0, .digit_count = high - low, .scale = scale};
    for (int i = 0; i < out->digit_count; i++)
        out->digits[i] = work->digit[high - 1 - i];
    if (high == 0)
        *out = (Decimal){.digit_count = 1};
    return true;
}

/* The digits of `decimal` as an integer at `scale`, which is at least its own. */
static Work
at_scale(const Decimal *decimal, int scale)
{
    Work work = {{0}};
    int offset = scale - decimal->scale;

    for (int i = 0; i < decimal->digit_count; i++)
        work.digit[offset + i] = decimal->digits[decimal->digit_count - 1 - i];
    return work;
}

static int
compare_work(const Work *left, const Work *right)
{
    for (int i = WORK_DIGITS - 1; i >= 0; i--) {
        if (left->digit[i] != right->digit[i])
            return left->digit[i] < right->digit[i] ? -1 : 1;
    }
    return 0;
}

static void
add_work(Work *sum, const Work *other)
{
    int carry = 0;

    for (int i = 0; i < WORK_DIGITS; i++) {
        int digit = sum->digit[i] + other->digit[i] + carry;

        carry = digit > 9;
        sum->digit[i] = (unsigned char)(digit - (carry ? 10 : 0));
    }
}

/* `larger` must not be less than `smaller`. */
static void
subtract_work(Work *larger, const Work *smaller)
{
    int borrow = 0;

    for (int i = 0; i < WORK_DIGITS; i++) {
        int digit = larger->digit[i] - smaller->digit[i] - borrow;

        borrow = digit < 0;
        larger->digit[i] = (unsigned char)(digit + (borrow ? 10 : 0));
    }
}

bool
decimal_multiply(const Decimal *left, const Decimal *right, Decimal *out)
{
    Work product = {{0}};

    for (int i = 0; i < left->digit_count; i++) {
        int carry = 0;
        int at = i;

        for (int k = 0; k < right->digit_count || carry > 0; k++, at++) {
            int factor = k < right->digit_count ? right->digits[right->digit_count - 1 - k] : 0;
            int sum = product.digit[at] + left->digits[left->digit_count - 1 - i] * factor + carry;

            product.digit[at] = (unsigned char)(sum % 10);
            carry = sum / 10;
        }
    }
    return store(&product, left->negative != right->negative, left->scale + right->scale, out);
}

bool
decimal_add(const Decimal *left, const Decimal *right, Decimal *out)
{
    int scale = left->scale > right->scale ? left->scale : right->scale;
    Work a = at_scale(left, scale);
    Work b = at_scale(right, scale);

    if (left->negative == right->negative) {
        add_work(&a, &b);
        return store(&a, left->negative, scale, out);
    }
    if (compare_work(&a, &b) >= 0) {
        subtract_work(&a, &b);
        return store(&a, left->negative, scale, out);
    }
    subtract_work(&b, &a);
    return store(&b, right->negative, scale, out);
}

int
decimal_compare(const Decimal *left, const Decimal *right)
{
    int scale = left->scale > right->scale ? left->scale : right->scale;
    Work a = at_scale(left, scale);
    Work b = at_scale(right, scale);
    int order = compare_work(&a, &b);

    if (left->negative != right->negative)
        return left->negative ? -1 : 1;
    return left->negative ? -order : order;
}

bool
decimal_is_integer(const Decimal *decimal)
{
    return decimal->scale == 0;
}

Text
decimal_text(const Decimal *decimal, Arena *arena)
{
    int whole = decimal->digit_count - decimal->scale;
    /* Zeros in front, where there is no whole part. */
    int first = whole > 0 ? 0 : whole - 1;
    char *out = arena_alloc(arena, 2 * DECIMAL_DIGITS + 4);
    size_t len = 0;

    if (decimal->negative)
        out[len++] = '-';
    for (int i = first; i < decimal->digit_count; i++) {
        if (i == whole)
            out[len++] = '.';
        out[len++] = (char)('0' + (i < 0 ? 0 : decimal->digits[i]));
    }
    return (Text){out, len};
}

/* Steps through the written number; every character as its ASCII counterpart. */
typedef struct Scan {
    Text text;
    size_t at;
} Scan;

static char
peek(const Scan *scan, size_t *len)
{
    *len = 0;
    return scan->at < scan->text.len ? halfwidth_at(scan->text, scan->at, len) : 0;
}

static bool
take(Scan *scan, char wanted)
{
    size_t len;

    if (peek(scan, &len) != wanted)
        return false;
    scan->at += len;
    return true;
}

static int
take_digit(Scan *scan)
{
    size_t len;
    char byte = peek(scan, &len);

    if (byte < '0' || byte > '9')
        return -1;
    scan->at += len;
    return byte - '0';
}

static bool
digit_follows(Scan scan)
{
    return take_digit(&scan) >= 0;
}

static void
skip_blanks(Scan *scan)
{
    while (take(scan, ' ') || take(scan, '\t') || take(scan, '\r') || take(scan, '\n'))
        continue;
}

/* The digits read so far, most significant first, without leading zeros. */
typedef struct Digits {
    unsigned char digit[DECIMAL_DIGITS];
    int count;
    bool any;
    bool too_many;
} Digits;

static void
push(Digits *digits, int digit)
{
    digits->any = true;
    if (digit == 0 && digits->count == 0)
        return;
    if (digits->count == DECIMAL_DIGITS)
        digits->too_many = true;
    else
        digits->digit[digits->count++] = (unsigned char)digit;
}

/* The number of digits taken. */
static int
take_digits(Scan *scan, Digits *digits)
{
    int count = 0;
    int digit;

    while ((digit = take_digit(scan)) >= 0) {
        push(digits, digit);
        count++;
    }
    return count;
}

/* A separator counts only between digits: "12，其中" is twelve and a rest. */
static bool
take_separator(Scan *scan)
{
    Scan ahead = *scan;

    if (!take(&ahead, ',') || !digit_follows(ahead))
        return false;
    *scan = ahead;
    return true;
}

/* False on a grouping that is none: "1,2345", "1234,567", "0,123" (which may be a decimal comma). */
static bool
take_whole(Scan *scan, Digits *digits)
{
    int first = take_digits(scan, digits);
    bool leads_with_zero = first > 0 && digits->count < first;

    while (first > 0 && take_separator(scan)) {
        if (first > 3 || leads_with_zero || take_digits(scan, digits) != 3)
            return false;
    }
    return true;
}

/* The scale of what follows a decimal point; a point without digits behind it is no part of the number. */
static int
take_fraction(Scan *scan, Digits *digits)
{
    Scan ahead = *scan;

    if (!take(&ahead, '.') || !digit_follows(ahead))
        return 0;
    *scan = ahead;
    return take_digits(scan, digits);
}

/* E+3; 0 where there is none. What is out of all range stays so. */
static int
take_exponent(Scan *scan)
{
    Scan ahead = *scan;
    bool negative = false;
    int exponent = 0;
    int digit;

    if (!take(&ahead, 'E') && !take(&ahead, 'e'))
        return 0;
    if (!take(&ahead, '+'))
        negative = take(&ahead, '-');
    if (!digit_follows(ahead))
        return 0;
    while ((digit = take_digit(&ahead)) >= 0)
        exponent = exponent > EXPONENT_MAX ? exponent : exponent * 10 + digit;
    *scan = ahead;
    return negative ? -exponent : exponent;
}

/* The power of ten of the magnitude word that stands here, which is taken; 0 where there is none. */
static int
take_magnitude_word(Scan *scan)
{
    static const struct {
        Text word;
        int power;
    } words[] = {{TEXT("十"), 1}, {TEXT("百"), 2}, {TEXT("千"), 3}, {TEXT("万"), 4}, {TEXT("亿"), 8}};
    Text ahead = text_sub(scan->text, scan->at, SIZE_MAX);

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text_starts_with(ahead, words[i].word)) {
            scan->at += words[i].word.len;
            return words[i].power;
        }
    }
    return 0;
}

/* 十 百 千 万 亿 in any number: the power of ten they mean together. */
static int
take_magnitude(Scan *scan)
{
    int power = 0;
    int word;

    while (power <= EXPONENT_MAX && (word = take_magnitude_word(scan)) > 0)
        power += word;
    return power;
}

/* digits * 10^-scale, where the scale may be negative. */
static bool
assemble(const Digits *digits, bool negative, int scale, Decimal *out)
{
    Work work = {{0}};
    int lift = scale < 0 ? -scale : 0;

    if (digits->too_many || (digits->count > 0 && digits->count + lift > DECIMAL_DIGITS))
        return false;
    for (int i = 0; i < digits->count; i++)
        work.digit[lift + i] = digits->digit[digits->count - 1 - i];
    return store(&work, negative, scale + lift, out);
}

static Text
trimmed_rest(const Scan *scan)
{
    Scan rest = *scan;
    size_t end;
    size_t len;

    skip_blanks(&rest);
    end = rest.at;
    for (size_t at = rest.at; at < rest.text.len; at += len) {
        char byte = halfwidth_at(rest.text, at, &len);

        if (byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n')
            end = at + len;
    }
    return text_sub(rest.text, rest.at, end - rest.at);
}

bool
decimal_read_words(Text text, Decimal *out, Text *words, Text *rest)
{
    Scan scan = {.text = text};
    Digits digits = {.count = 0};
    bool negative = false;
    size_t before_words;
    int scale;

    skip_blanks(&scan);
    if (!take(&scan, '+'))
        negative = take(&scan, '-');
    if (!take_whole(&scan, &digits))
        return false;
    scale = take_fraction(&scan, &digits);
    if (!digits.any)
        return false;
    scale -= take_exponent(&scan);
    skip_blanks(&scan);
    before_words = scan.at;
    scale -= take_magnitude(&scan);
    *words = text_sub(text, before_words, scan.at - before_words);
    *rest = trimmed_rest(&scan);
    return assemble(&digits, negative, scale, out);
}

bool
decimal_read(Text text, Decimal *out, Text *rest)
{
    Text words;

    return decimal_read_words(text, out, &words, rest);
}
