#include "html/html_token.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "html/html_entity.h"

/* A walk through one tag. */
typedef struct Walk {
    Text text;
    size_t at;
} Walk;

bool
html_name_is(Text name, Text wanted)
{
    return name.len == wanted.len && (name.len == 0 || strncasecmp(name.ptr, wanted.ptr, name.len) == 0);
}

Text
html_token_attribute(const HtmlToken *token, Text name)
{
    for (size_t i = 0; i < token->attribute_count; i++)
        if (html_name_is(token->attributes[i].name, name))
            return token->attributes[i].value.ptr != NULL ? token->attributes[i].value : TEXT("");
    return TEXT_NONE;
}

Text
html_token_text(const HtmlToken *token, Text name, Arena *arena)
{
    Text value = html_token_attribute(token, name);
    if (value.len == 0 || memchr(value.ptr, '&', value.len) == NULL)
        return value;
    char *text = arena_alloc(arena, value.len + HTML_ENTITY_OUT);
    size_t len = 0;
    for (size_t at = 0, taken = 1; at < value.len; at += taken) {
        size_t made = 1;
        Text rest = text_sub(value, at, value.len);
        taken = 1;
        text[len] = rest.ptr[0];
        if (rest.ptr[0] == '&')
            (void)html_entity_read(rest, true, &taken, text + len, &made);
        len += made;
    }
    return (Text){text, len};
}

static bool
is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

static bool
at_end(const Walk *walk)
{
    return walk->at >= walk->text.len;
}

static void
skip_blanks(Walk *walk)
{
    while (!at_end(walk) && is_blank(walk->text.ptr[walk->at]))
        walk->at++;
}

/* Up to a blank, the tag's end or one of two others. */
static Text
take_word(Walk *walk, char end, char other)
{
    size_t start = walk->at;
    while (!at_end(walk) && !is_blank(walk->text.ptr[walk->at]) && walk->text.ptr[walk->at] != '>' &&
           walk->text.ptr[walk->at] != end && walk->text.ptr[walk->at] != other)
        walk->at++;
    return text_sub(walk->text, start, walk->at - start);
}

/* In quotes, or up to a blank or the tag's end. False where the text ends within it. */
static bool
take_value(Walk *walk, Text *value)
{
    skip_blanks(walk);
    if (at_end(walk))
        return false;
    char quote = walk->text.ptr[walk->at];
    if (quote != '"' && quote != '\'') {
        *value = take_word(walk, '>', '>');
        return !at_end(walk);
    }
    size_t start = ++walk->at;
    const char *close = memchr(walk->text.ptr + start, quote, walk->text.len - start);
    if (close == NULL)
        return false;
    *value = (Text){walk->text.ptr + start, (size_t)(close - walk->text.ptr) - start};
    walk->at = start + value->len + 1;
    return true;
}

/* The start or end tag of a table's row or cell: a quote that was not closed in its place took it in. */
static bool
holds_cells(Text value)
{
    static const Text names[] = {{"td", 2}, {"th", 2}, {"tr", 2}, {"table", 5}};
    for (size_t at = text_find(value, TEXT("<"), 0); at != SIZE_MAX; at = text_find(value, TEXT("<"), at + 1)) {
        size_t name = at + 1 + (at + 1 < value.len && value.ptr[at + 1] == '/');
        for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
            if (html_name_is(text_sub(value, name, names[i].len), names[i]))
                return true;
    }
    return false;
}

/* A "<" outside of quotes is the next tag, behind one that was not closed. */
static bool
swallows_markup(const HtmlAttribute *attribute)
{
    Text value = attribute->value;
    if (text_find(attribute->name, TEXT("<"), 0) != SIZE_MAX)
        return true;
    if (value.ptr == NULL)
        return false;
    bool quoted = value.ptr[-1] == '"' || value.ptr[-1] == '\'';
    return holds_cells(value) || (!quoted && text_find(value, TEXT("<"), 0) != SIZE_MAX);
}

static HtmlState
take_attribute(Walk *walk, HtmlToken *token)
{
    HtmlAttribute attribute = {.name = take_word(walk, '/', '=')};
    if (attribute.name.len == 0)
        walk->at++;
    skip_blanks(walk);
    if (!at_end(walk) && walk->text.ptr[walk->at] == '=') {
        walk->at++;
        if (!take_value(walk, &attribute.value))
            return HTML_MORE;
    }
    if (swallows_markup(&attribute) || token->attribute_count == LIMIT_HTML_ATTRIBUTES)
        return HTML_BROKEN;
    if (attribute.name.len > 0)
        token->attributes[token->attribute_count++] = attribute;
    return HTML_TOKEN;
}

static bool
is_raw(Text name)
{
    static const Text names[] = {{"script", 6}, {"style", 5},  {"title", 5},   {"textarea", 8},
                                 {"xml", 3},    {"iframe", 6}, {"noframes", 8}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (html_name_is(name, names[i]))
            return true;
    return false;
}

/* A tag from its "<" to its ">". */
static HtmlState
read_tag(HtmlTokens *tokens, Text text, HtmlToken *token)
{
    bool end = text.ptr[1] == '/';
    Walk walk = {text, end ? 2 : 1};
    token->kind = end ? HTML_END : HTML_START;
    token->name = take_word(&walk, '/', '/');
    if (text_find(token->name, TEXT("<"), 0) != SIZE_MAX)
        return HTML_BROKEN;
    for (;;) {
        skip_blanks(&walk);
        while (!at_end(&walk) && walk.text.ptr[walk.at] == '/') {
            walk.at++;
            skip_blanks(&walk);
        }
        if (at_end(&walk))
            return HTML_MORE;
        if (walk.text.ptr[walk.at] == '>')
            break;
        HtmlState state = take_attribute(&walk, token);
        if (state != HTML_TOKEN)
            return state;
    }
    token->used = walk.at + 1;
    if (!end && is_raw(token->name)) {
        tokens->raw_len = token->name.len;
        memcpy(tokens->raw, token->name.ptr, tokens->raw_len);
    }
    return HTML_TOKEN;
}

/* All up to the end tag of the element that is raw. */
static HtmlState
read_raw(HtmlTokens *tokens, Text text, HtmlToken *token)
{
    Text name = {tokens->raw, tokens->raw_len};
    for (size_t at = text_find(text, TEXT("</"), 0); at != SIZE_MAX; at = text_find(text, TEXT("</"), at + 2)) {
        size_t behind = at + 2 + name.len;
        if (behind >= text.len)
            return HTML_MORE;
        char next = text.ptr[behind];
        if (!html_name_is(text_sub(text, at + 2, name.len), name) || (!is_blank(next) && next != '>' && next != '/'))
            continue;
        token->kind = HTML_RAW;
        token->name = text_sub(text, at + 2, name.len);
        token->text = text_sub(text, 0, at);
        token->used = at;
        tokens->raw_len = 0;
        return HTML_TOKEN;
    }
    return HTML_MORE;
}

static HtmlState
read_until(Text text, size_t from, Text end, HtmlKind kind, HtmlToken *token)
{
    size_t at = text_find(text, end, from);
    if (at == SIZE_MAX)
        return HTML_MORE;
    token->kind = kind;
    token->text = text_sub(text, from, at - from);
    token->used = at + end.len;
    return HTML_TOKEN;
}

/* "<!-->" and "<!--->" are whole comments. */
static HtmlState
read_comment(Text text, HtmlToken *token)
{
    enum { OPEN = 4 };
    Text behind = text_sub(text, OPEN, text.len);
    size_t empty = text_starts_with(behind, TEXT(">")) ? 1 : text_starts_with(behind, TEXT("->")) ? 2 : 0;
    if (empty == 0)
        return read_until(text, OPEN, TEXT("-->"), HTML_COMMENT, token);
    token->kind = HTML_COMMENT;
    token->text = TEXT("");
    token->used = OPEN + empty;
    return HTML_TOKEN;
}

/* What begins with "<" and is whole enough to be told; *is_text where it is no markup. */
static HtmlState
read_markup(HtmlTokens *tokens, Text text, HtmlToken *token, bool *is_text)
{
    if (text.len < 2)
        return HTML_MORE;
    char next = text.ptr[1];
    if (next == '!' && text.len < 4 && text_starts_with(TEXT("<!--"), text))
        return HTML_MORE;
    if (text_starts_with(text, TEXT("<!--")))
        return text.len < 6 ? HTML_MORE : read_comment(text, token);
    if (next == '!' || next == '?')
        return read_until(text, 2, TEXT(">"), HTML_DECLARATION, token);
    if (next == '/' && text.len == 2)
        return HTML_MORE;
    if (next == '/' && !isalpha((unsigned char)text.ptr[2]))
        return read_until(text, 2, TEXT(">"), HTML_DECLARATION, token);
    *is_text = next != '/' && !isalpha((unsigned char)next);
    return *is_text ? HTML_TOKEN : read_tag(tokens, text, token);
}

/* Up to the next "<"; where the text ends, only up to a reference that may not be whole. */
static HtmlState
read_text(Text text, size_t from, bool ended, HtmlToken *token)
{
    size_t end = text_find(text, TEXT("<"), from);
    if (end == SIZE_MAX) {
        end = text.len;
        for (size_t back = 1; !ended && back <= HTML_ENTITY_MAX && back <= text.len; back++)
            if (text.ptr[text.len - back] == '&')
                end = text.len - back;
    }
    if (end == 0)
        return HTML_MORE;
    token->kind = HTML_TEXT;
    token->text = text_sub(text, 0, end);
    token->used = end;
    return HTML_TOKEN;
}

HtmlState
html_token_next(HtmlTokens *tokens, Text text, bool ended, HtmlToken *token)
{
    HtmlState state = HTML_TOKEN;
    bool is_text = tokens->raw_len == 0 && !text_starts_with(text, TEXT("<"));
    token->attribute_count = token->used = 0;
    token->name = token->text = TEXT_NONE;
    if (text.len == 0)
        return !ended ? HTML_MORE : tokens->raw_len > 0 ? HTML_CUT : HTML_ENDED;
    if (tokens->raw_len > 0)
        state = read_raw(tokens, text, token);
    else if (!is_text)
        state = read_markup(tokens, text, token, &is_text);
    if (is_text)
        state = read_text(text, text.ptr[0] == '<' ? 1 : 0, ended, token);
    return state == HTML_MORE && ended ? HTML_CUT : state;
}
