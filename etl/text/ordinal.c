#include "text/ordinal.h"

#include <inttypes.h>

#include "text/character.h"

enum { LETTERS = 26, LETTERS_MOST = 780, ROMAN_MOST = 3999, COUNTED_MOST = 9999 };

/* One sign a number, from 1 on. */
typedef struct Signs {
    const char *format;
    const char *signs;
} Signs;

#define CIRCLED "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"

static const Signs signs[] = {
    {"decimalEnclosedCircle", CIRCLED},
    {"decimalEnclosedCircleChinese", CIRCLED},
    {"decimalEnclosedParen", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"},
    {"decimalEnclosedFullstop", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"},
    {"ideographEnclosedCircle", "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"},
    {"ideographTraditional", "甲乙丙丁戊己庚辛壬癸"},
    {"ideographZodiac", "子丑寅卯辰巳午未申酉戌亥"},
};

/* Digits from 0 on, and the words for ten, a hundred and a thousand; without those a number is its digits. */
typedef struct Counting {
    const char *format;
    const char *digits;
    const char *powers;
} Counting;

#define PLAIN_DIGITS "零一二三四五六七八九"

static const Counting countings[] = {
    {"chineseCounting", PLAIN_DIGITS, "十百千"},
    {"chineseCountingThousand", PLAIN_DIGITS, "十百千"},
    {"taiwaneseCounting", PLAIN_DIGITS, "十百千"},
    {"taiwaneseCountingThousand", PLAIN_DIGITS, "十百千"},
    {"japaneseCounting", PLAIN_DIGITS, "十百千"},
    {"chineseLegalSimplified", "零壹贰叁肆伍陆柒捌玖", "拾佰仟"},
    {"ideographLegalTraditional", "零壹貳參肆伍陸柒捌玖", "拾佰仟"},
    {"ideographDigital", "〇一二三四五六七八九", ""},
    {"taiwaneseDigital", "○一二三四五六七八九", ""},
    {"japaneseDigitalTenThousand", "〇一二三四五六七八九", ""},
    {"decimalFullWidth", "０１２３４５６７８９", ""},
    {"decimalFullWidth2", "０１２３４５６７８９", ""},
};

/* The sign at a place, from 0; empty behind the last. */
static Text
sign_at(const char *all, uint64_t place)
{
    Text text = text_of(all);
    size_t at = 0;
    for (; at < text.len && place > 0; place--)
        at += character_at(text, at).len;
    return at < text.len ? character_at(text, at) : TEXT("");
}

static bool
write_digits(const Counting *counting, uint64_t number, Buf *out)
{
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%" PRIu64, number);
    bool fits = true;
    for (int i = 0; i < len && fits; i++)
        fits = buf_text(out, sign_at(counting->digits, (uint64_t)(digits[i] - '0')));
    return fits;
}

/* 十二, 二十, 一百零三: one digit after the other with its power, a zero between those that are parted. */
static bool
write_counted(const Counting *counting, uint64_t number, Buf *out)
{
    bool fits = true, begun = false, zero = false;
    uint64_t power = 1000;
    for (uint64_t place = 3; fits && power > 0; power /= 10, place--) {
        uint64_t digit = number / power % 10;
        bool bare_ten = power == 10 && digit == 1 && !begun;
        if (digit == 0) {
            zero = begun;
            continue;
        }
        fits = (!zero || buf_text(out, sign_at(counting->digits, 0))) &&
               (bare_ten || buf_text(out, sign_at(counting->digits, digit))) &&
               (power == 1 || buf_text(out, sign_at(counting->powers, place - 1)));
        begun = true;
        zero = false;
    }
    return fits;
}

static const Counting *
find_counting(Text format)
{
    for (size_t i = 0; i < sizeof countings / sizeof countings[0]; i++)
        if (text_equal(format, text_of(countings[i].format)))
            return &countings[i];
    return NULL;
}

static Text
find_sign(Text format, uint64_t number)
{
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (text_equal(format, text_of(signs[i].format)))
            return sign_at(signs[i].signs, number - 1);
    return TEXT("");
}

static bool
write_roman(uint64_t number, bool upper, Buf *out)
{
    static const struct {
        uint64_t value;
        const char *upper, *lower;
    } steps[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"},  {400, "CD", "cd"}, {100, "C", "c"},
                 {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
                 {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"}};
    bool fits = true;
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        for (; number >= steps[i].value && fits; number -= steps[i].value)
            fits = buf_text(out, text_of(upper ? steps[i].upper : steps[i].lower));
    return fits;
}

/* Behind z comes aa, then bb. */
static bool
write_letters(uint64_t number, char first, Buf *out)
{
    bool fits = true;
    for (uint64_t times = (number - 1) / LETTERS + 1; times > 0 && fits; times--)
        fits = buf_char(out, (char)(first + (char)((number - 1) % LETTERS)));
    return fits;
}

/* upperRoman, lowerLetter and their like; false where it is none of them, or the number is too large. */
static bool
is_latin(Text format, uint64_t number, bool *roman)
{
    static const Text cases[] = {TEXT("upper"), TEXT("lower")};
    bool cased = text_starts_with(format, cases[0]) || text_starts_with(format, cases[1]);
    Text kind = text_sub(format, cases[0].len, format.len);
    *roman = text_equal(kind, TEXT("Roman"));
    return cased && number > 0 &&
           ((*roman && number <= ROMAN_MOST) || (text_equal(kind, TEXT("Letter")) && number <= LETTERS_MOST));
}

bool
ordinal_write(Text format, uint64_t number, Buf *out)
{
    bool roman, upper = text_starts_with(format, TEXT("upper"));
    const Counting *counting = find_counting(format);
    Text sign = number > 0 ? find_sign(format, number) : TEXT("");
    if (text_equal(format, TEXT("none")))
        return true;
    if (sign.len > 0)
        return buf_text(out, sign);
    if (counting != NULL && *counting->powers == '\0')
        return write_digits(counting, number, out);
    if (counting != NULL && number > 0 && number <= COUNTED_MOST)
        return write_counted(counting, number, out);
    if (is_latin(format, number, &roman))
        return roman ? write_roman(number, upper, out) : write_letters(number, upper ? 'A' : 'a', out);
    if (text_equal(format, TEXT("numberInDash")))
        return buf_printf(out, "- %" PRIu64 " -", number);
    return buf_printf(out, text_equal(format, TEXT("decimalZero")) ? "%02" PRIu64 : "%" PRIu64, number);
}
