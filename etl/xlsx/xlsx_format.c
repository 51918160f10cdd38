#include "xlsx/xlsx_format.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
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

/* What a section asks for. */
typedef struct Letters {
    bool day, clock, month, elapsed, percent, digits, text;
    Text condition; /* ">=100"; ptr NULL where there is none */
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
    /* The last is any other country's: "G/標準". */
    static const Text general[] = {{"General", 7}, {"G/通用格式", 14}, {"G/", 2}};
    static const Text halves[] = {{"AM/PM", 5}, {"A/P", 3}};
    for (size_t i = 0; i < sizeof general / sizeof general[0]; i++)
        if (starts_with_word(code, at, general[i])) {
            letters->digits = true;
            return general[i].len;
        }
    for (size_t i = 0; i < sizeof halves / sizeof halves[0]; i++)
        if (starts_with_word(code, at, halves[i])) {
            letters->clock = true;
            return halves[i].len;
        }
    return 0;
}

static void
take_bracket(Text bracket, Letters *letters)
{
    if (is_elapsed(bracket))
        letters->elapsed = true;
    else if (bracket.len > 0 && (bracket.ptr[0] == '<' || bracket.ptr[0] == '>' || bracket.ptr[0] == '='))
        letters->condition = bracket;
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
    if (byte == '[')
        take_bracket(text_sub(code, at + 1, end - at - 1), letters);
    return end + 1 - at;
}

/* m is a month or, beside hours and seconds, minutes; mmm is always a month. */
static bool
is_month_name(Text code, size_t at)
{
    return starts_with_word(code, at, TEXT("mmm"));
}

/* The zeros of ss.000 are no place for a number. */
static bool
is_second_fraction(Text code, size_t at, const Letters *letters)
{
    while (at > 0 && code.ptr[at] == '0')
        at--;
    return (letters->clock || letters->elapsed) && (code.ptr[at] == '.' || code.ptr[at] == ',');
}

static void
take_letter(Text code, size_t at, Letters *letters)
{
    char next = at + 1 < code.len ? code.ptr[at + 1] : '\0';
    switch (tolower((unsigned char)code.ptr[at])) {
    case 'y':
    case 'd':
    case 'a': /* aaa: the day of the week, in Chinese and Japanese */
    case 'b':
    case 'g':
        letters->day = true;
        break;
    case 'e': /* a year, or the exponent of 0.00E+00 */
        letters->day = letters->day || (next != '+' && next != '-');
        break;
    case 'm':
        letters->month = true;
        letters->day = letters->day || is_month_name(code, at);
        break;
    case 'h':
    case 's':
        letters->clock = true;
        break;
    case '%':
        letters->percent = true;
        break;
    case '0':
        letters->digits = letters->digits || !is_second_fraction(code, at, letters);
        break;
    case '#':
    case '?':
        letters->digits = true;
        break;
    case '@':
        letters->text = true;
        break;
    }
}

/* A place for a number makes letters mere words: no code has both, but 0.00 EUR is written by poor programs. */
static XlsxFormat
judge(const Letters *letters)
{
    if (letters->digits)
        return letters->percent ? XLSX_PERCENT : XLSX_PLAIN;
    if (letters->day && (letters->clock || letters->elapsed))
        return XLSX_DATE_TIME;
    if (letters->elapsed)
        return XLSX_ELAPSED;
    if (letters->clock)
        return XLSX_TIME;
    if (letters->day || letters->month)
        return XLSX_DATE;
    return letters->percent ? XLSX_PERCENT : XLSX_PLAIN;
}

/* Gives the offset of the semicolon that ends the section, or the code's length. */
static size_t
read_section(Text code, size_t at, Letters *letters)
{
    *letters = (Letters){.condition = TEXT_NONE};
    while (at < code.len && code.ptr[at] != ';') {
        size_t skip = skip_literal(code, at, letters);
        if (skip == 0)
            skip = skip_word(code, at, letters);
        if (skip == 0) {
            take_letter(code, at, letters);
            skip = 1;
        }
        at += skip;
    }
    return at < code.len ? at : code.len;
}

static void
set_condition(Text condition, XlsxSection *section)
{
    size_t signs = 0;
    for (; signs < condition.len && signs < 2 && strchr("<>=", condition.ptr[signs]) != NULL; signs++) {
        section->below = section->below || condition.ptr[signs] == '<';
        section->above = section->above || condition.ptr[signs] == '>';
        section->at = section->at || condition.ptr[signs] == '=';
    }
    section->conditional = signs > 0 && xlsx_number_read(text_sub(condition, signs, condition.len), &section->limit);
}

static XlsxSection
section_of(const Letters *letters)
{
    XlsxSection section = {.format = judge(letters)};
    section.shows = section.format != XLSX_PLAIN || letters->digits || letters->text;
    if (letters->condition.ptr != NULL)
        set_condition(letters->condition, &section);
    return section;
}

void
xlsx_format_read(Text code, XlsxSections *out)
{
    out->count = 0;
    for (size_t at = 0; at <= code.len && out->count < XLSX_SECTIONS;) {
        Letters letters;
        size_t end = read_section(code, at, &letters);
        bool for_text = letters.text && out->count > 0 && end == code.len;
        if (!for_text) {
            out->list[out->count] = section_of(&letters);
            out->list[out->count++].code = text_sub(code, at, end - at);
        }
        at = end + 1;
    }
}

/* Without a condition of its own a section is for positive numbers, negative ones, and all others. */
static bool
holds(const XlsxSections *sections, int index, const XlsxNumber *number)
{
    const XlsxSection *section = &sections->list[index];
    int order = xlsx_number_compare(number, &section->limit);
    if (section->conditional)
        return order < 0 ? section->below : order > 0 ? section->above : section->at;
    if (index == 0)
        return order > 0 || (order == 0 && sections->count < XLSX_SECTIONS);
    return order < 0;
}

/* How a number is meant that a section of literal text hides. */
static XlsxFormat
hidden_format(const XlsxSections *sections)
{
    for (int i = 0; i < sections->count; i++)
        if (sections->list[i].shows)
            return sections->list[i].format == XLSX_PERCENT ? XLSX_PERCENT : XLSX_PLAIN;
    return XLSX_PLAIN;
}

int
xlsx_format_section(const XlsxSections *sections, const XlsxNumber *number)
{
    int index = 0;
    while (index + 1 < sections->count && !holds(sections, index, number))
        index++;
    return index;
}

XlsxFormat
xlsx_format_for(const XlsxSections *sections, const XlsxNumber *number)
{
    const XlsxSection *section = &sections->list[xlsx_format_section(sections, number)];
    return section->shows ? section->format : hidden_format(sections);
}

bool
xlsx_format_always(const XlsxSections *sections, XlsxFormat *format)
{
    *format = sections->list[0].shows ? sections->list[0].format : hidden_format(sections);
    for (int i = 1; i < sections->count; i++) {
        const XlsxSection *section = &sections->list[i];
        if ((section->shows ? section->format : hidden_format(sections)) != *format)
            return false;
    }
    return true;
}

XlsxFormat
xlsx_format_code(Text code)
{
    XlsxSections sections;
    xlsx_format_read(code, &sections);
    return sections.list[0].format;
}
