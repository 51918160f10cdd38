#include "html/html_css.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "charset/utf8.h"
#include "markup/format_code.h"

enum { ESCAPE_DIGITS = 4 };

bool
html_css_is_name_byte(char byte)
{
    return isalnum((unsigned char)byte) || byte == '-' || byte == '_' || (unsigned char)byte >= 0x80;
}

size_t
html_css_last_step(Text selector)
{
    size_t at = selector.len;
    while (at > 0 && memchr(" \t\r\n>+~", selector.ptr[at - 1], 7) == NULL)
        at--;
    return at;
}

static void
blank_out(char *sheet, size_t len, Text open, Text close)
{
    Text text = {sheet, len};
    for (size_t at = text_find(text, open, 0); at != SIZE_MAX; at = text_find(text, open, at)) {
        size_t end = close.len > 0 ? text_find(text, close, at + open.len) : at;
        end = end == SIZE_MAX ? len : end + (close.len > 0 ? close.len : open.len);
        memset(sheet + at, ' ', end - at);
    }
}

/* A sheet may stand in <!-- and -->, which mean nothing in it. */
HtmlCss
html_css_begin(Text sheet, Arena *arena)
{
    Text copy = arena_text(arena, sheet);
    char *bytes = (char *)copy.ptr;
    blank_out(bytes, copy.len, TEXT("/*"), TEXT("*/"));
    blank_out(bytes, copy.len, TEXT("<!--"), TEXT(""));
    blank_out(bytes, copy.len, TEXT("-->"), TEXT(""));
    return (HtmlCss){copy, 0, 0};
}

/* Where the next byte of `ends` stands, outside of quotes and behind no backslash; else the end of the text. */
static size_t
find_end(Text text, size_t at, const char *ends)
{
    char quote = '\0';
    for (; at < text.len; at++) {
        char byte = text.ptr[at];
        if (byte == '\\')
            at++;
        else if (quote != '\0')
            quote = byte == quote ? '\0' : quote;
        else if (byte == '"' || byte == '\'')
            quote = byte;
        else if (strchr(ends, byte) != NULL)
            return at;
    }
    return text.len;
}

/* @media and its like hold rules; @page and @font-face hold declarations, as of a rule that selects nothing. */
static bool
holds_rules(Text prelude)
{
    return text_starts_with(prelude, TEXT("@media")) || text_starts_with(prelude, TEXT("@supports"));
}

bool
html_css_next(HtmlCss *css, HtmlCssRule *rule)
{
    while (css->at < css->sheet.len) {
        size_t start = css->at, end = find_end(css->sheet, start, "{};");
        Text prelude = text_trim(text_sub(css->sheet, start, end - start));
        css->at = end + 1;
        if (end == css->sheet.len)
            return false;
        if (css->sheet.ptr[end] == '}' && css->blocks > 0)
            css->blocks--;
        if (css->sheet.ptr[end] != '{')
            continue;
        if (holds_rules(prelude)) {
            css->blocks++;
            continue;
        }
        size_t close = find_end(css->sheet, css->at, "}");
        *rule = (HtmlCssRule){prelude, text_sub(css->sheet, css->at, close - css->at), css->blocks > 0};
        css->at = close + 1;
        return true;
    }
    return false;
}

static bool
is_word(Text value, Text word)
{
    return value.len >= word.len && strncasecmp(value.ptr, word.ptr, word.len) == 0;
}

static bool
has_word(Text value, Text word)
{
    size_t at = 0;
    while (at < value.len && !is_word(text_sub(value, at, word.len), word))
        at++;
    return at < value.len;
}

/* Four hexadecimal digits at the front, or -1. */
static int
escaped_unit(Text text)
{
    int unit = 0;
    if (text.len < ESCAPE_DIGITS)
        return -1;
    for (size_t i = 0; i < ESCAPE_DIGITS; i++) {
        char byte = (char)tolower((unsigned char)text.ptr[i]);
        if (!isxdigit((unsigned char)byte))
            return -1;
        unit = unit << 4 | (isdigit((unsigned char)byte) ? byte - '0' : byte - 'a' + 10);
    }
    return unit;
}

/*
 * A format code: in quotes or without, with a backslash before what CSS would take for its own. Excel writes a
 * character by number always in four digits.
 */
static Text
read_format(Text value, Arena *arena)
{
    size_t len = 0;
    bool quoted =
        value.len >= 2 && (value.ptr[0] == '"' || value.ptr[0] == '\'') && value.ptr[value.len - 1] == value.ptr[0];
    Text text = quoted ? text_sub(value, 1, value.len - 2) : value;
    char *code = arena_alloc(arena, text.len + 1);
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] != '\\') {
            code[len++] = text.ptr[at];
            continue;
        }
        int unit = escaped_unit(text_sub(text, at + 1, ESCAPE_DIGITS));
        if (unit >= 0)
            len += utf8_write(code + len, (uint32_t)unit);
        else if (at + 1 < text.len)
            code[len++] = text.ptr[at + 1];
        at += unit >= 0 ? ESCAPE_DIGITS : 1;
    }
    return format_code(text_trim((Text){code, len}));
}

static void
read_declaration(Text name, Text value, HtmlStyle *style, Text *parent, Arena *arena)
{
    if (text_equal(name, TEXT("display"))) {
        style->hidden = is_word(value, TEXT("none"));
        style->shown = !style->hidden;
        style->insists = text_find(value, TEXT("!important"), 0) != SIZE_MAX;
    } else if (text_equal(name, TEXT("visibility"))) {
        style->hidden = style->hidden || is_word(value, TEXT("hidden")) || is_word(value, TEXT("collapse"));
    } else if (text_equal(name, TEXT("text-decoration")) || text_equal(name, TEXT("text-decoration-line"))) {
        style->struck = has_word(value, TEXT("line-through"));
        style->unstruck = !style->struck;
    } else if (text_equal(name, TEXT("vertical-align"))) {
        style->script = is_word(value, TEXT("super")) ? RUN_RAISED
                        : is_word(value, TEXT("sub")) ? RUN_LOWERED
                                                      : RUN_BASELINE;
    } else if (text_equal(name, TEXT("mso-number-format")) || text_equal(name, TEXT("vnd.ms-excel.numberformat"))) {
        style->format = read_format(value, arena);
    } else if (text_equal(name, TEXT("mso-ignore"))) {
        style->ignores_columns = text_find(value, TEXT("colspan"), 0) != SIZE_MAX;
        style->ignores_rows = text_find(value, TEXT("rowspan"), 0) != SIZE_MAX;
    } else if (text_equal(name, TEXT("mso-style-parent"))) {
        *parent = value;
    }
}

void
html_css_read(Text declarations, HtmlStyle *style, Text *parent, Arena *arena)
{
    enum { NAME_MAX_LEN = 32 };
    for (size_t at = 0; at < declarations.len;) {
        size_t colon = find_end(declarations, at, ":;"), end = find_end(declarations, colon, ";");
        char small[NAME_MAX_LEN];
        Text name = text_trim(text_sub(declarations, at, colon - at));
        for (size_t i = 0; i < name.len && i < sizeof small; i++)
            small[i] = (char)tolower((unsigned char)name.ptr[i]);
        if (name.len <= sizeof small && colon < end)
            read_declaration((Text){small, name.len}, text_trim(text_sub(declarations, colon + 1, end - colon - 1)),
                             style, parent, arena);
        at = end + 1;
    }
}
