#include "docx/docx_text.h"

#include <ctype.h>
#include <stdint.h>

#include "text/character.h"

void
docx_text_open(DocxText *text, size_t ceiling)
{
    *text = (DocxText){.text = buf_new(ceiling), .underlined = SIZE_MAX};
}

void
docx_text_close(DocxText *text)
{
    buf_free(&text->text);
}

void
docx_text_begin(DocxText *text)
{
    buf_clear(&text->text);
    text->underlined = SIZE_MAX;
    text->parted = false;
}

static bool
is_word(const Text text, size_t at)
{
    return at < text.len && isalnum((unsigned char)text.ptr[at]) != 0;
}

/* Without the blanks at both ends. */
static Text
trim(Text text)
{
    size_t start = 0, end = 0;
    for (size_t at = 0; at < text.len;) {
        Text character = character_at(text, at);
        at += character.len;
        if (!character_is_blank(character))
            end = at;
        else if (end == 0)
            start = at;
    }
    return text_sub(text, start, end > start ? end - start : 0);
}

static bool
parts_words(const DocxText *text, Text piece)
{
    Text before = buf_view(&text->text);
    return before.len > 0 && is_word(before, before.len - 1) && is_word(piece, 0);
}

/* Puts the trimmed run, which stands further behind in the same memory, where the run began. */
static void
put_trimmed(DocxText *text, size_t from, Text run)
{
    Text whole = buf_view(&text->text);
    bool front_gone = run.ptr > whole.ptr + from, end_gone = run.ptr + run.len < whole.ptr + whole.len;
    text->text.len = from;
    if (front_gone && parts_words(text, run))
        text->text.ptr[text->text.len++] = ' ';
    memmove(text->text.ptr + text->text.len, run.ptr, run.len);
    text->text.len += run.len;
    text->parted = end_gone;
}

bool
docx_text_settle(DocxText *text, size_t *len)
{
    bool fits = true;
    size_t from = text->underlined;
    text->underlined = SIZE_MAX;
    if (from < text->text.len) {
        Text run = trim(text_sub(buf_view(&text->text), from, text->text.len - from));
        if (run.len > 0)
            put_trimmed(text, from, run);
        else
            fits = docx_text_fill(text, from);
    }
    if (len != NULL)
        *len = text->text.len;
    return fits;
}

bool
docx_text_add(DocxText *text, Text piece, bool underlined)
{
    if (piece.len == 0)
        return true;
    if (!underlined && !docx_text_settle(text, NULL))
        return false;
    bool parted = text->parted && parts_words(text, piece);
    text->parted = false;
    if (underlined && text->underlined == SIZE_MAX)
        text->underlined = text->text.len;
    return (!parted || buf_char(&text->text, ' ')) && buf_text(&text->text, piece);
}

bool
docx_text_fill(DocxText *text, size_t from)
{
    Text since = text_sub(buf_view(&text->text), from, text->text.len);
    if (!character_all_blank(since) || from > text->text.len)
        return true;
    text->text.len = from;
    return buf_text(&text->text, DOCX_LINE);
}
