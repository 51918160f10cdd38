#include "xlsx/xlsx_format.h"

#include <ctype.h>
#include <stdint.h>
#include <strings.h>

XlsxFormat
xlsx_format_builtin(long id)
{
    static const struct {
        long first, last;
        XlsxFormat format;
    } ranges[] = {
        {9, 10, XLSX_PERCENT}, {14, 17, XLSX_DATE}, {18, 21, XLSX_TIME}, {22, 22, XLSX_DATE_TIME}, {27, 31, XLSX_DATE},
        {32, 35, XLSX_TIME},   {36, 36, XLSX_DATE}, {45, 45, XLSX_TIME}, {46, 46, XLSX_ELAPSED},   {47, 47, XLSX_TIME},
        {50, 54, XLSX_DATE},   {55, 56, XLSX_TIME}, {57, 58, XLSX_DATE},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (id >= ranges[i].first && id <= ranges[i].last)
            return ranges[i].format;
    return XLSX_PLAIN;
}

/* What the letters of a code ask for. */
typedef struct Letters {
    bool day, clock, month, elapsed, percent;
} Letters;

/* [h], [mm], [ss]: elapsed time. Other brackets are colours, conditions and locales. */
static bool
is_elapsed(Text bracket)
{
    if (bracket.len == 0)
        return false;
    for (size_t i = 0; i < bracket.len; i++)
        if (tolower((unsigned char)bracket.ptr[i]) != tolower((unsigned char)bracket.ptr[0]))
            return false;
    int letter = tolower((unsigned char)bracket.ptr[0]);
    return letter == 'h' || letter == 'm' || letter == 's';
}

static bool
starts_with_word(Text code, size_t at, Text word)
{
    Text part = text_sub(code, at, word.len);
    return part.len == word.len && strncasecmp(part.ptr, word.ptr, word.len) == 0;
}

/* The length of a word whose letters mean nothing or something else: General, AM/PM. */
static size_t
skip_word(Text code, size_t at, Letters *letters)
{
    static const Text general[] = {{"General", 7}, {"G/通用格式", 14}};
    static const Text halves[] = {{"AM/PM", 5}, {"A/P", 3}};
    for (size_t i = 0; i < 2; i++) {
        if (starts_with_word(code, at, general[i]))
            return general[i].len;
        if (starts_with_word(code, at, halves[i])) {
            letters->clock = true;
            return halves[i].len;
        }
    }
    return 0;
}

/* The length of what stands literally at `at`: "quoted", \x, _x, *x, [bracket]. */
static size_t
skip_literal(Text code, size_t at, Letters *letters)
{
    char byte = code.ptr[at];
    if (byte == '\\' || byte == '_' || byte == '*')
        return 2;
    if (byte != '"' && byte != '[')
        return 0;
    size_t close = text_find(code, byte == '"' ? TEXT("\"") : TEXT("]"), at + 1);
    size_t end = close == SIZE_MAX ? code.len : close;
    if (byte == '[' && is_elapsed(text_sub(code, at + 1, end - at - 1)))
        letters->elapsed = true;
    return end + 1 - at;
}

static void
take_letter(Text code, size_t at, Letters *letters)
{
    char next = at + 1 < code.len ? code.ptr[at + 1] : '\0';
    switch (tolower((unsigned char)code.ptr[at])) {
    case 'y':
    case 'd':
    case 'b':
    case 'g':
        letters->day = true;
        break;
    case 'e': /* a year, or the exponent of 0.00E+00 */
        letters->day = letters->day || (next != '+' && next != '-');
        break;
    case 'm':
        letters->month = true;
        break;
    case 'h':
    case 's':
        letters->clock = true;
        break;
    case '%':
        letters->percent = true;
        break;
    }
}

/* m alone is a month; beside hours or seconds it is minutes. */
static XlsxFormat
judge(const Letters *letters)
{
    if (letters->elapsed)
        return XLSX_ELAPSED;
    if (letters->day && letters->clock)
        return XLSX_DATE_TIME;
    if (letters->clock)
        return XLSX_TIME;
    if (letters->day || letters->month)
        return XLSX_DATE;
    return letters->percent ? XLSX_PERCENT : XLSX_PLAIN;
}

XlsxFormat
xlsx_format_code(Text code)
{
    Letters letters = {0};
    for (size_t at = 0; at < code.len && code.ptr[at] != ';';) {
        size_t skip = skip_literal(code, at, &letters);
        if (skip == 0)
            skip = skip_word(code, at, &letters);
        if (skip == 0) {
            take_letter(code, at, &letters);
            skip = 1;
        }
        at += skip;
    }
    return judge(&letters);
}
