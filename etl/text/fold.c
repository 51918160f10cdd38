#include "text/fold.h"

#include "text/codepoint.h"

#include <string.h>

enum { PLAIN_BYTES = 3 };

static bool
is_blank(CodePoint code)
{
    utf8proc_category_t category = utf8proc_category(code);

    return (code >= '\t' && code <= '\r') || code == 0x85 || category == UTF8PROC_CATEGORY_ZS ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

/* Controls, format characters (zero-width ones, BiDi marks, soft hyphens, byte order marks), and what only chooses a form or fills a place. */
static bool
is_invisible(CodePoint code)
{
    utf8proc_category_t category = utf8proc_category(code);

    return (category == UTF8PROC_CATEGORY_CC && !is_blank(code)) || category == UTF8PROC_CATEGORY_CF ||
           utf8proc_get_property(code)->ignorable;
}

static bool
is_line_end(CodePoint code)
{
    return (code >= '\n' && code <= '\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
}

/* 公司, 厂, 院, 所, 大学, 集团, 中心, 平台, 局: a line break behind them may part two names. */
static bool
ends_a_name(CodePoint code)
{
    static const CodePoint ends[] = {0x53F8, 0x5382, 0x9662, 0x6240, 0x5B66, 0x56E2, 0x5FC3, 0x53F0, 0x5C40};

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (ends[i] == code)
            return true;
    }
    return false;
}

bool
fold_ends_name(Text name)
{
    CodePoint last = 0;
    for (size_t at = 0; at < name.len;) {
        CodePoint code = codepoint_next(name, &at);
        last = is_blank(code) ? last : code;
    }
    return ends_a_name(last);
}

/* True where a line break between the two only fits a name into its cell. */
static bool
is_one_name(CodePoint before, CodePoint after)
{
    return utf8proc_charwidth(before) == 2 && utf8proc_charwidth(after) == 2 && !ends_a_name(before);
}

/* Takes away the invisible, makes runs of blanks one, none at the ends; the new number. */
static size_t
tidy(CodePoint *codes, size_t count, bool join_lines)
{
    size_t kept = 0;
    bool blank_due = false;
    bool line_ended = false;

    for (size_t i = 0; i < count; i++) {
        if (is_invisible(codes[i]))
            continue;
        if (is_blank(codes[i])) {
            blank_due = kept > 0;
            line_ended |= is_line_end(codes[i]);
            continue;
        }
        bool joined = join_lines && line_ended && blank_due && is_one_name(codes[kept - 1], codes[i]);
        /* A blank was skipped before this one, so there is room for it. */
        if (blank_due && !joined)
            codes[kept++] = ' ';
        blank_due = false;
        line_ended = false;
        codes[kept++] = codes[i];
    }
    return kept;
}

/* The last character of these words, as the notices misprint it and as it should be. */
static const struct Slip {
    CodePoint word[3];
    size_t len;
    CodePoint right;
} slips[] = {
    {{0x6740, 0x624B, 0x94DC}, 3, 0x950F}, /* 杀手铜, 杀手锏 */
    {{0x5176, 0x5B83}, 2, 0x4ED6},         /* 其它, 其他 */
    {{0x767B, 0x9646}, 2, 0x5F55},         /* 登陆, 登录 */
};

bool
fold_is_plain(Text character)
{
    const unsigned char *byte = (const unsigned char *)character.ptr;
    if (character.len != PLAIN_BYTES || byte[0] < 0xE4 || byte[0] > 0xE9)
        return false;
    CodePoint code = (CodePoint)((byte[0] & 0x0F) << 12 | (byte[1] & 0x3F) << 6 | (byte[2] & 0x3F));
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++) {
        if (slips[i].word[slips[i].len - 1] == code)
            return false;
    }
    return code >= 0x4E00 && code <= 0x9FFF;
}

/* All but blanks, the brackets that have several forms, and quotes. */
static bool
is_simple_ascii(char byte)
{
    return byte > ' ' && byte < 0x7F && strchr("[]{}\"'`", byte) == NULL;
}

/* True of what most labels and values are: characters that have no other form than capitals have. */
static bool
is_simple(Text text)
{
    for (size_t at = 0; at < text.len;) {
        bool ascii = is_simple_ascii(text.ptr[at]);
        if (!ascii && !fold_is_plain(text_sub(text, at, PLAIN_BYTES)))
            return false;
        at += ascii ? 1 : PLAIN_BYTES;
    }
    return true;
}

static Text
clean(Text text, bool join_lines, Arena *arena)
{
    CodePoint *codes;
    if (is_simple(text))
        return arena_text(arena, text);
    utf8proc_ssize_t count = codepoints_apart(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, &codes, arena);

    if (count <= 0)
        return arena_text(arena, count < 0 ? text : TEXT(""));
    return codepoints_together(codes, tidy(codes, (size_t)count, join_lines), arena);
}

Text
fold_clean(Text text, Arena *arena)
{
    return clean(text, false, arena);
}

Text
fold_clean_name(Text text, Arena *arena)
{
    return clean(text, true, arena);
}

typedef struct Spelling {
    CodePoint from;
    CodePoint to;
} Spelling;

/* What quotes are made before they go. NFKC has already made the full-width forms ASCII. */
enum { QUOTE = '"' };

static const Spelling spellings[] = {
    {0x3010, '('},    {0x3011, ')'},    {0x3014, '('},    {0x3015, ')'},   {0x3016, '('},    {0x3017, ')'},
    {0x3018, '('},    {0x3019, ')'},    {'[', '('},       {']', ')'},      {'{', '('},       {'}', ')'},
    {0x3008, QUOTE},  {0x3009, QUOTE},  {0x300A, QUOTE},  {0x300B, QUOTE}, {0x2039, QUOTE},  {0x203A, QUOTE},
    {0x00AB, QUOTE},  {0x00BB, QUOTE},  {0x2018, QUOTE},  {0x2019, QUOTE}, {0x201A, QUOTE},  {0x201B, QUOTE},
    {0x201C, QUOTE},  {0x201D, QUOTE},  {0x201E, QUOTE},  {0x201F, QUOTE}, {'\'', QUOTE},    {'`', QUOTE},
    {0x2032, QUOTE},  {0x300C, QUOTE},  {0x300D, QUOTE},  {0x300E, QUOTE}, {0x300F, QUOTE},  {0x301D, QUOTE},
    {0x301E, QUOTE},  {0x301F, QUOTE},  {0x2212, '-'},    {0x2236, ':'},   {0x2022, 0x00B7}, {0x2027, 0x00B7},
    {0x2219, 0x00B7}, {0x22C5, 0x00B7}, {0x30FB, 0x00B7},
};

static CodePoint
one_form(CodePoint code)
{
    if (utf8proc_category(code) == UTF8PROC_CATEGORY_PD)
        return '-';
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
        if (spellings[i].from == code)
            return spellings[i].to;
    }
    return code;
}

static bool
ends_in(const CodePoint *codes, size_t count, const struct Slip *slip)
{
    if (count < slip->len)
        return false;
    for (size_t i = 0; i < slip->len; i++) {
        if (codes[count - slip->len + i] != slip->word[i])
            return false;
    }
    return true;
}

static void
mend_slip(CodePoint *codes, size_t count)
{
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++) {
        if (ends_in(codes, count, &slips[i]))
            codes[count - 1] = slips[i].right;
    }
}

static bool
is_unsaid(CodePoint code)
{
    return is_blank(code) || is_invisible(code);
}

/* A text of quotes alone, which may stand for the row above, keeps them. */
static bool
says_more_than_quotes(const CodePoint *codes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_unsaid(codes[i]) && one_form(codes[i]) != QUOTE)
            return true;
    }
    return false;
}

/* Blanks, the invisible and quotes go, the rest comes to one form; the new number. */
static size_t
reduce(CodePoint *codes, size_t count)
{
    bool quotes_go = says_more_than_quotes(codes, count);
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        CodePoint form = one_form(codes[i]);
        if (is_unsaid(codes[i]) || (quotes_go && form == QUOTE))
            continue;
        codes[kept++] = form;
        mend_slip(codes, kept);
    }
    return kept;
}

static Text
small_letters(Text simple, Arena *arena)
{
    char *small = arena_string(arena, simple);
    for (size_t i = 0; i < simple.len; i++)
        small[i] = small[i] >= 'A' && small[i] <= 'Z' ? (char)(small[i] - 'A' + 'a') : small[i];
    return (Text){small, simple.len};
}

Text
fold_key(Text text, Arena *arena)
{
    const utf8proc_option_t options =
        UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    CodePoint *codes;
    if (is_simple(text))
        return small_letters(text, arena);
    utf8proc_ssize_t count = codepoints_apart(text, options, &codes, arena);

    if (count <= 0)
        return arena_text(arena, count < 0 ? text : TEXT(""));
    return codepoints_together(codes, reduce(codes, (size_t)count), arena);
}

static bool
is_no_character(CodePoint code)
{
    return code == 0xFFFD || (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

/* _xD800_, _x0000_ and _x000D_, as workbooks escape what XML cannot hold: what is left of them in a text nobody turned back. */
static unsigned
escape_oddity(Text text, size_t at)
{
    enum { LENGTH = 7, HEX = 16, LAST_CONTROL = 0x1F };
    char digits[LENGTH - 2] = {0}, *end;
    if (text.len - at < LENGTH || memcmp(text.ptr + at, "_x", 2) != 0 || text.ptr[at + LENGTH - 1] != '_')
        return 0;
    memcpy(digits, text.ptr + at + 2, sizeof digits - 1);
    unsigned long unit = strtoul(digits, &end, HEX);
    if (*end != '\0' || strchr("+- ", digits[0]) != NULL)
        return 0;
    if (unit == 0 || (unit >= 0xD800 && unit <= 0xDFFF))
        return FOLD_REPLACEMENT;
    return unit <= LAST_CONTROL ? FOLD_PRIVATE_USE : 0;
}

unsigned
fold_oddities(Text text)
{
    unsigned oddities = 0;

    for (size_t at = 0; at < text.len;) {
        if (text.ptr[at] == '_')
            oddities |= escape_oddity(text, at);
        CodePoint code = codepoint_next(text, &at);

        if (is_invisible(code))
            oddities |= FOLD_INVISIBLE;
        if (utf8proc_category(code) == UTF8PROC_CATEGORY_CO)
            oddities |= FOLD_PRIVATE_USE;
        if (is_no_character(code))
            oddities |= FOLD_REPLACEMENT;
    }
    return oddities;
}

/* What Word counts one by one: ideographs, kana, full-width signs, and the quotes, dashes and dots of Chinese text. */
static bool
counts_alone(CodePoint code)
{
    return utf8proc_charwidth(code) == 2 || (code >= 0x2014 && code <= 0x2026);
}

uint64_t
fold_word_count(Text text)
{
    uint64_t count = 0;
    bool in_run = false;

    for (size_t at = 0; at < text.len;) {
        CodePoint code = codepoint_next(text, &at);

        if (is_invisible(code))
            continue;
        if (is_blank(code)) {
            in_run = false;
        } else if (counts_alone(code)) {
            count++;
            in_run = false;
        } else {
            count += in_run ? 0 : 1;
            in_run = true;
        }
    }
    return count;
}

size_t
fold_length(Text text)
{
    size_t length = 0;

    for (size_t i = 0; i < text.len; i++)
        length += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return length;
}

size_t
fold_columns(Text text)
{
    size_t columns = 0;

    for (size_t at = 0; at < text.len;) {
        columns += (size_t)utf8proc_charwidth(codepoint_next(text, &at));
    }
    return columns;
}
