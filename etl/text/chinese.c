#include "text/chinese.h"

#include <inttypes.h>
#include <stdio.h>

#include "text/character.h"
#include "text/numeral.h"

/* Four powers to a section (千 百 十 and ones), sections parted by 万 and 亿. */
enum { SECTION_POWER = 4, WAN = 4, YI = 8, NO_POWER = 99, TEXT_ROOM = 80 };

typedef enum TokenKind { TOKEN_NONE, TOKEN_DIGIT, TOKEN_POWER, TOKEN_POINT } TokenKind;

typedef struct Token {
    TokenKind kind;
    int value; /* the digit, or the power of ten */
    size_t len;
} Token;

typedef struct Scan {
    Text text;
    size_t at;
} Scan;

/* A number on its way; ones, tens, hundreds and thousands gather in `section`. */
typedef struct Count {
    int64_t total;
    int64_t section;
    int digit;      /* one that waits for its power, or -1 */
    int least;      /* the smallest power in this section so far */
    int section_of; /* the power of the last 万 or 亿, NO_POWER before one */
    bool zero;      /* 零 stood before the digit */
    bool any;
} Count;

static Token
token_at(const Scan *scan)
{
    static const struct {
        const char *character;
        TokenKind kind;
        int value;
    } tokens[] = {
        {"零", TOKEN_DIGIT, 0},   {"〇", TOKEN_DIGIT, 0},  {"一", TOKEN_DIGIT, 1},  {"壹", TOKEN_DIGIT, 1},
        {"二", TOKEN_DIGIT, 2},   {"两", TOKEN_DIGIT, 2},  {"贰", TOKEN_DIGIT, 2},  {"三", TOKEN_DIGIT, 3},
        {"叁", TOKEN_DIGIT, 3},   {"四", TOKEN_DIGIT, 4},  {"肆", TOKEN_DIGIT, 4},  {"五", TOKEN_DIGIT, 5},
        {"伍", TOKEN_DIGIT, 5},   {"六", TOKEN_DIGIT, 6},  {"陆", TOKEN_DIGIT, 6},  {"七", TOKEN_DIGIT, 7},
        {"柒", TOKEN_DIGIT, 7},   {"八", TOKEN_DIGIT, 8},  {"捌", TOKEN_DIGIT, 8},  {"九", TOKEN_DIGIT, 9},
        {"玖", TOKEN_DIGIT, 9},   {"十", TOKEN_POWER, 1},  {"拾", TOKEN_POWER, 1},  {"百", TOKEN_POWER, 2},
        {"佰", TOKEN_POWER, 2},   {"千", TOKEN_POWER, 3},  {"仟", TOKEN_POWER, 3},  {"万", TOKEN_POWER, WAN},
        {"萬", TOKEN_POWER, WAN}, {"亿", TOKEN_POWER, YI}, {"億", TOKEN_POWER, YI}, {"点", TOKEN_POINT, 0},
    };
    if (scan->at >= scan->text.len)
        return (Token){.kind = TOKEN_NONE};
    Text character = character_at(scan->text, scan->at);
    for (size_t i = 0; i < sizeof tokens / sizeof tokens[0]; i++) {
        if (text_equal(character, text_of(tokens[i].character)))
            return (Token){tokens[i].kind, tokens[i].value, character.len};
    }
    return (Token){.kind = TOKEN_NONE};
}

/* 二〇〇: digits by their places. Without a nought a run of digits may be a guess (三五), and is not taken. */
static bool
take_places(Scan *scan, Count *count)
{
    Scan ahead = *scan;
    int digits = 0;
    bool nought = false;
    int64_t number = 0;
    Token token;
    for (token = token_at(&ahead); token.kind == TOKEN_DIGIT; token = token_at(&ahead)) {
        nought = nought || token.value == 0;
        number = number * 10 + token.value;
        ahead.at += token.len;
        if (++digits > 15)
            return false;
    }
    if (!nought || token.kind == TOKEN_POWER || (digits > 1 && token_at(scan).value == 0))
        return false;
    *scan = ahead;
    count->total = number;
    count->any = true;
    return true;
}

static bool
take_digit(Count *count, int digit)
{
    if (count->digit >= 0)
        return false;
    if (digit > 0) {
        count->digit = digit;
        return true;
    }
    count->zero = true;
    return count->any;
}

/* 十 alone is ten, 百 alone says nothing. */
static bool
take_small_power(Count *count, int power)
{
    static const int64_t values[] = {1, 10, 100, 1000};
    if (power >= count->least || (count->digit < 0 && (power != 1 || count->zero)))
        return false;
    count->section += (count->digit < 0 ? 1 : count->digit) * values[power];
    count->digit = -1;
    count->least = power;
    count->zero = false;
    return true;
}

/* The ones of a section. A digit straight behind 百, 千 or 万 may leave its power unsaid: 一百二. */
static bool
end_section(Count *count, bool last)
{
    bool first = count->section == 0 && (!last || count->section_of == NO_POWER);
    if (count->digit < 0)
        return !count->zero;
    if (count->least > 1 && !count->zero && !first)
        return false;
    count->section += count->digit;
    return true;
}

/* 万 counts its own section, behind another 万 all that stands before it (三万五千万); 亿 always does (三万五千亿). */
static bool
take_large_power(Count *count, int power)
{
    bool all = power == YI || count->section_of == WAN;
    int64_t times = power == YI ? 100000000 : 10000;
    if (!end_section(count, false) || (all && count->total >= 100000000) || (!all && count->section == 0))
        return false;
    int64_t total = all ? (count->total + count->section) * times : count->total + count->section * times;
    *count = (Count){.total = total, .digit = -1, .least = SECTION_POWER, .section_of = power, .any = true};
    return total > 0;
}

static bool
take_whole(Scan *scan, Count *count)
{
    *count = (Count){.digit = -1, .least = SECTION_POWER, .section_of = NO_POWER};
    if (take_places(scan, count))
        return true;
    for (Token token = token_at(scan); token.kind == TOKEN_DIGIT || token.kind == TOKEN_POWER; token = token_at(scan)) {
        bool right = token.kind == TOKEN_DIGIT     ? take_digit(count, token.value)
                     : token.value < SECTION_POWER ? take_small_power(count, token.value)
                                                   : take_large_power(count, token.value);
        if (!right)
            return false;
        count->any = true;
        scan->at += token.len;
    }
    bool right = count->any && end_section(count, true);
    count->total += count->section;
    return right;
}

/* 点五万: decimals, and what they are counted in; added to the digits in `number`. */
static bool
take_fraction(Scan *scan, char *number, size_t room)
{
    size_t len = text_of(number).len;
    int power = 0;
    Token token = token_at(scan);
    if (token.kind != TOKEN_POINT)
        return true;
    number[len++] = '.';
    scan->at += token.len;
    for (token = token_at(scan); token.kind == TOKEN_DIGIT && len + 8 < room; token = token_at(scan)) {
        number[len++] = (char)('0' + token.value);
        scan->at += token.len;
    }
    if (number[len - 1] == '.' || token.kind == TOKEN_DIGIT || token.kind == TOKEN_POINT)
        return false;
    for (; token.kind == TOKEN_POWER && power <= YI; token = token_at(scan)) {
        power += token.value;
        scan->at += token.len;
    }
    snprintf(number + len, room - len, "E%d", power);
    return token.kind == TOKEN_NONE;
}

bool
chinese_number(Text text, Decimal *out, Text *rest)
{
    Scan scan = {.text = text};
    Count count;
    char number[TEXT_ROOM];
    Text none;
    if (!take_whole(&scan, &count))
        return false;
    snprintf(number, sizeof number, "%" PRId64, count.total);
    if (!take_fraction(&scan, number, sizeof number))
        return false;
    *rest = text_trim(text_sub(text, scan.at, text.len));
    return decimal_read(text_of(number), out, &none);
}

/* The part before `mark`, which *text is moved behind; TEXT_NONE where there is no mark. */
static Text
take_part(Text *text, Text mark)
{
    size_t at = text_find(*text, mark, 0);
    if (at == SIZE_MAX)
        return TEXT_NONE;
    Text part = text_sub(*text, 0, at);
    *text = text_sub(*text, at + mark.len, text->len);
    return part;
}

static bool
read_year(Text written, int *year)
{
    Scan scan = {.text = written};
    int digits = 0;
    *year = 0;
    for (Token token = token_at(&scan); token.kind == TOKEN_DIGIT; token = token_at(&scan)) {
        *year = *year * 10 + token.value;
        scan.at += token.len;
        digits++;
    }
    return digits == 4 && scan.at == written.len;
}

Text
chinese_date(Text text, Arena *arena)
{
    int year;
    int month = 0;
    int day = 0;
    if (!read_year(take_part(&text, TEXT("年")), &year))
        return TEXT_NONE;
    if (text.len > 0 && !numeral_read(take_part(&text, TEXT("月")), &month))
        return TEXT_NONE;
    if (text.len > 0 && !numeral_read(take_part(&text, TEXT("日")), &day))
        return TEXT_NONE;
    if (text.len > 0)
        return TEXT_NONE;
    if (day > 0)
        return arena_printf(arena, "%d年%d月%d日", year, month, day);
    return month > 0 ? arena_printf(arena, "%d年%d月", year, month) : arena_printf(arena, "%d年", year);
}
