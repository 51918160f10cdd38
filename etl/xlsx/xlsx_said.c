#include "xlsx/xlsx_said.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "text/amount.h"
#include "text/character.h"
#include "text/filler.h"
#include "text/unit.h"
#include "text/unitnote.h"
#include "text/words.h"

/* A section on its way. */
typedef struct SaidReading {
    XlsxSaid said;
    bool digits; /* places for digits have come */
    bool comma;  /* one stands behind the last of them */
    bool other;  /* signs other than 0 are among them */
    size_t zeros;
} SaidReading;

/* What is too long for a unit is cut, and then is none. */
static void
append(char *words, Text text)
{
    size_t len = strlen(words);
    text.len = text_cut(text, XLSX_SAID_MAX - 1 - len);
    memcpy(words + len, text.ptr, text.len);
    words[len + text.len] = '\0';
}

static void
take_literal(SaidReading *reading, Text text)
{
    append(reading->digits ? reading->said.behind : reading->said.before, text);
}

/* [$¥-804]: the sign of a currency; other brackets show nothing. */
static void
take_bracket(SaidReading *reading, Text inside)
{
    if (!text_starts_with(inside, TEXT("$")))
        return;
    size_t locale = text_find(inside, TEXT("-"), 0);
    take_literal(reading, text_sub(inside, 1, (locale == SIZE_MAX ? inside.len : locale) - 1));
}

/* A further digit: literal text between digits is no unit, and a point among it none of the number's. */
static void
take_digit(SaidReading *reading)
{
    Text between = text_of(reading->said.behind);
    reading->said.scaled |= text_find(between, TEXT("."), 0) != SIZE_MAX;
    reading->other |= between.len > 0;
    reading->said.behind[0] = '\0';
    reading->digits = true;
    reading->comma = false;
}

static size_t
skip_general(Text rest)
{
    static const char *const names[] = {"General", "G/通用格式", NULL};
    for (size_t i = 0; names[i] != NULL; i++) {
        Text name = text_of(names[i]);
        if (rest.len >= name.len && strncasecmp(rest.ptr, name.ptr, name.len) == 0)
            return name.len;
    }
    return 0;
}

/* "quoted", [bracket]; the length of it, 0 where it is neither. */
static size_t
take_enclosed(SaidReading *reading, Text rest)
{
    if (rest.ptr[0] != '"' && rest.ptr[0] != '[')
        return 0;
    size_t close = text_find(rest, rest.ptr[0] == '"' ? TEXT("\"") : TEXT("]"), 1);
    size_t end = close == SIZE_MAX ? rest.len : close;
    Text inside = text_sub(rest, 1, end - 1);
    if (rest.ptr[0] == '"')
        take_literal(reading, inside);
    else
        take_bracket(reading, inside);
    return end + 1;
}

/* \x and, in Chinese, !x show a character; _x leaves its room, *x fills up with it. */
static size_t
take_escaped(SaidReading *reading, Text rest)
{
    if (strchr("\\!_*", rest.ptr[0]) == NULL)
        return 0;
    if (rest.len == 1)
        return 1;
    Text character = character_at(rest, 1);
    if (rest.ptr[0] == '\\' || rest.ptr[0] == '!')
        take_literal(reading, character);
    return 1 + character.len;
}

static void
take_sign(SaidReading *reading, Text character)
{
    reading->zeros += character.ptr[0] == '0';
    reading->other |= strchr("#?,.-/ ", character.ptr[0]) != NULL;
    switch (character.ptr[0]) {
    case '0':
    case '#':
    case '?':
        take_digit(reading);
        break;
    case ',':
        reading->comma = reading->digits;
        break;
    case '.':
        reading->said.scaled |= reading->comma;
        break;
    case '+':
        if (reading->digits)
            take_literal(reading, character);
        break;
    default:
        if (character.len > 1 || character.ptr[0] == '$' || isalpha((unsigned char)character.ptr[0]))
            take_literal(reading, character);
    }
}

static size_t
take_next(SaidReading *reading, Text rest)
{
    size_t skip = skip_general(rest);
    reading->digits = reading->digits || skip > 0;
    if (skip == 0)
        skip = take_enclosed(reading, rest);
    if (skip == 0)
        skip = take_escaped(reading, rest);
    if (skip > 0)
        return skip;
    Text character = character_at(rest, 0);
    take_sign(reading, character);
    return character.len;
}

/* A counted thing is the same with its counting word and without; 万台 is not. */
static bool
is_counting_word(Text word)
{
    static const char *const counted[] = {"台", "户", "人", "项", "次", NULL};
    const char *factor;
    for (size_t i = 0; counted[i] != NULL; i++) {
        if (unit_factor(word, text_of(counted[i]), &factor) && strcmp(factor, "1") == 0)
            return true;
    }
    return false;
}

/* `text` may be a part of what stands there. */
static void
set(char *words, Text text)
{
    size_t len = text_cut(text, XLSX_SAID_MAX - 1);
    memmove(words, text.ptr, len);
    words[len] = '\0';
}

static void
judge_before(XlsxSaid *said)
{
    static const char *const own[] = {"¥", "￥", "RMB", "CNY", "人民币", NULL};
    static const char *const foreign[] = {"$", "US$", "USD", "€", "EUR", "£", "HK$", "HKD", "NT$", NULL};
    Text sign = text_trim(text_of(said->before));
    said->yuan = words_have(own, sign);
    set(said->before, words_have(foreign, sign) ? sign : TEXT(""));
}

static void
judge_behind(XlsxSaid *said, Arena *arena)
{
    Text unit = unitnote_alone(text_of(said->behind), arena);
    set(said->behind, unit.len > 0 && !is_counting_word(unit) ? unit : TEXT(""));
    said->yuan = said->yuan && said->behind[0] == '\0';
}

/* "约"0, 0"余", 0"+": what is shown is no exact number. */
static bool
is_about(const XlsxSaid *said, Arena *arena)
{
    Amount amount;
    return amount_read(xlsx_said_around(said, TEXT("5"), arena), arena, &amount) == AMOUNT_ABOUT;
}

/* Letters and what joins them to digits. */
static bool
begins_identifier(Text before)
{
    bool letters = false;
    for (size_t i = 0; i < before.len; i++) {
        unsigned char byte = (unsigned char)before.ptr[i];
        if (!isalnum(byte) && strchr("-_./", byte) == NULL)
            return false;
        letters |= isalpha(byte) != 0;
    }
    return letters;
}

/* Several places that are always filled, and nothing behind: no amount is shown so. */
static bool
shows_identifier(const SaidReading *reading)
{
    return reading->zeros > 1 && !reading->other && reading->said.behind[0] == '\0';
}

XlsxSaid
xlsx_said_read(Text section, Arena *arena)
{
    SaidReading reading = {.digits = false};
    for (size_t at = 0; at < section.len;)
        at += take_next(&reading, text_sub(section, at, section.len));
    if (!reading.digits)
        return (XlsxSaid){.none = filler_kind(text_of(reading.said.before)) == FILLER_NONE};
    reading.said.scaled |= reading.comma;
    if (shows_identifier(&reading))
        reading.said.zeros = reading.zeros;
    bool identifier = reading.said.zeros > 0 && begins_identifier(text_of(reading.said.before));
    if (!identifier && is_about(&reading.said, arena))
        return reading.said;
    if (!identifier)
        judge_before(&reading.said);
    judge_behind(&reading.said, arena);
    return reading.said;
}

/* What is shown as the section of a format that would show it: its digits are places for digits, and nothing is escaped. */
static Text
section_of(Text shown, Arena *arena)
{
    char *section = arena_alloc(arena, shown.len + 1);
    for (size_t i = 0; i < shown.len; i++) {
        char byte = shown.ptr[i];
        section[i] = byte >= '1' && byte <= '9' ? '0' : byte;
        if (strchr("\"[]\\!_*#?", byte) != NULL)
            section[i] = ' ';
    }
    return (Text){section, shown.len};
}

/* True where the digits shown are those of a number ten times as large or as small; rounding may move the point by one. */
static bool
is_other_number(Text shown, const XlsxNumber *number, Arena *arena)
{
    char *digits = arena_alloc(arena, shown.len + 1);
    size_t len = 0;
    XlsxNumber read;
    for (size_t i = 0; i < shown.len; i++) {
        if ((shown.ptr[i] >= '0' && shown.ptr[i] <= '9') || shown.ptr[i] == '.')
            digits[len++] = shown.ptr[i];
    }
    if (!xlsx_number_read((Text){digits, len}, &read) || read.digit_count == 0 || number->digit_count == 0)
        return false;
    return read.point > number->point + 1 || read.point < number->point - 1;
}

XlsxSaid
xlsx_said_shown(Text shown, const XlsxNumber *number, Arena *arena)
{
    static const char *const others[] = {"E", "e", "/", ":", NULL}; /* exponents, fractions, times */
    if (shown.len > XLSX_SAID_MAX || words_inside(others, shown))
        return (XlsxSaid){.scaled = false};
    XlsxSaid said = xlsx_said_read(section_of(shown, arena), arena);
    said.scaled = is_other_number(shown, number, arena);
    return said;
}

bool
xlsx_said_is_money(long id)
{
    enum { FIRST = 5, LAST = 8, WHOLE = 42, HUNDREDTHS = 44 };
    return (id >= FIRST && id <= LAST) || id == WHOLE || id == HUNDREDTHS;
}

bool
xlsx_said_matters(const XlsxSaid *said)
{
    return said->before[0] != '\0' || said->behind[0] != '\0' || said->scaled || said->yuan || said->none ||
           said->zeros > 0;
}

static bool
is_whole(Text number)
{
    for (size_t i = 0; i < number.len; i++) {
        if (!isdigit((unsigned char)number.ptr[i]))
            return false;
    }
    return number.len > 0;
}

Text
xlsx_said_around(const XlsxSaid *said, Text number, Arena *arena)
{
    static const char zeros[] = "000000000000000000000000000000000000000000000000";
    bool padded = said->zeros > number.len && said->zeros < sizeof zeros && is_whole(number);
    if (said->zeros > 0 && !is_whole(number))
        return number;
    return arena_printf(arena, "%s%.*s%" TEXT_FMT "%s", said->before, padded ? (int)(said->zeros - number.len) : 0,
                        zeros, TEXT_ARG(number), said->behind);
}
