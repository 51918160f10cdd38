#include "html/html_text.h"

#include <stdint.h>
#include <string.h>

#include "html/html_entity.h"

enum { SHOWN_MAX = 16 }; /* bytes of a reference that is unknown */

#define NO_BREAK_SPACE "\xC2\xA0"

HtmlText
html_text_new(size_t ceiling)
{
    return (HtmlText){.text = buf_new(ceiling)};
}

void
html_text_free(HtmlText *text)
{
    buf_free(&text->text);
}

void
html_text_clear(HtmlText *text)
{
    buf_clear(&text->text);
    text->blanks = text->lines = 0;
    text->soft = text->struck = false;
}

static void
add_blank(HtmlText *text, bool soft)
{
    bool at_start = text->text.len == 0 || text->lines > 0;
    if (!at_start && !(soft && text->soft))
        text->blanks++;
    text->soft = soft;
}

/* Characters that are no blanks, behind the line ends or the blanks that wait. */
static bool
add_visible(HtmlText *text, Text piece)
{
    size_t waiting = text->lines > 0 ? text->lines : text->blanks;
    char between = text->lines > 0 ? '\n' : ' ';
    for (; waiting > 0; waiting--)
        if (!buf_char(&text->text, between))
            return false;
    text->blanks = text->lines = 0;
    text->soft = false;
    return buf_text(&text->text, piece);
}

/* One character, or the blank that it is. */
static bool
add_character(HtmlText *text, Text character)
{
    if (text_equal(character, TEXT(NO_BREAK_SPACE)))
        add_blank(text, false);
    else if (character.len == 1 && strchr(" \t\n\r\f", character.ptr[0]) != NULL)
        add_blank(text, true);
    else
        return add_visible(text, character);
    return true;
}

/* The bytes at the front that are no blank and no reference. */
static size_t
plain_run(Text rest)
{
    static const bool special[UINT8_MAX + 1] = {
        [' '] = true, ['\t'] = true, ['\n'] = true, ['\r'] = true, ['\f'] = true, ['&'] = true, [0xC2] = true};
    size_t len = 0;
    while (len < rest.len && !special[(unsigned char)rest.ptr[len]])
        len++;
    return len;
}

/* The character at the front, of `taken` bytes, which may be written as a reference; false where that is unknown. */
static bool
read_character(Text rest, char out[HTML_ENTITY_OUT], Text *character, size_t *taken)
{
    *taken = text_starts_with(rest, TEXT(NO_BREAK_SPACE)) ? 2 : 1;
    *character = text_sub(rest, 0, *taken);
    if (rest.ptr[0] != '&')
        return true;
    HtmlEntity entity = html_entity_read(rest, false, taken, out, &character->len);
    if (entity == HTML_ENTITY_GOOD)
        character->ptr = out;
    return entity != HTML_ENTITY_UNKNOWN;
}

HtmlTextState
html_text_add(HtmlText *text, Text piece, Text *unknown)
{
    char out[HTML_ENTITY_OUT];
    for (size_t at = 0, taken; at < piece.len; at += taken) {
        Text rest = text_sub(piece, at, piece.len), character;
        taken = plain_run(rest);
        if (taken > 0) {
            if (!add_visible(text, text_sub(rest, 0, taken)))
                return HTML_TEXT_TOO_LONG;
            continue;
        }
        if (!read_character(rest, out, &character, &taken)) {
            *unknown = text_sub(rest, 0, text_cut(rest, SHOWN_MAX));
            return HTML_TEXT_UNKNOWN;
        }
        if (!add_character(text, character))
            return HTML_TEXT_TOO_LONG;
    }
    return HTML_TEXT_GOOD;
}

void
html_text_break(HtmlText *text)
{
    if (text->text.len > 0)
        text->lines++;
    text->blanks = 0;
    text->soft = false;
}

void
html_text_block(HtmlText *text)
{
    if (text->lines == 0)
        html_text_break(text);
}

Text
html_text_view(const HtmlText *text)
{
    return text->text.len > 0 ? buf_view(&text->text) : TEXT("");
}
