#include "ods/ods_text.h"

#include <string.h>

#include "ods/ods_name.h"
#include "package/xml.h"
#include "text/character.h"

void
ods_text_open(OdsText *text, size_t ceiling)
{
    *text = (OdsText){.text = buf_new(ceiling), .word = buf_new(ceiling)};
}

void
ods_text_close(OdsText *text)
{
    buf_free(&text->text);
    buf_free(&text->word);
}

void
ods_text_begin(OdsText *text)
{
    buf_clear(&text->text);
    text->paragraph = text->rich = text->inner = text->struck = text->said = text->unsaid = false;
    text->last_struck = text->white = text->colourless = false;
    text->blanks = text->depth = 0;
}

static OdsLook
look_here(const OdsText *text)
{
    return text->depth > 0 ? text->looks[text->depth - 1] : (OdsLook){.line = ODS_UNSAID};
}

void
ods_text_open_run(OdsText *text, OdsLook look)
{
    OdsLook around = look_here(text);
    look.line = look.line != ODS_UNSAID ? look.line : around.line;
    look.script = look.script != RUN_UNSET ? look.script : around.script;
    look.colour = look.colour != ODS_NO_COLOUR ? look.colour : around.colour;
    text->looks[text->depth++] = look;
}

void
ods_text_close_run(OdsText *text)
{
    text->depth--;
}

/*
 * White space inside of a paragraph is one blank, and at its ends none. But LibreOffice writes blanks of a cell of
 * several lines, and a blank at an end, as they are, and reads them so; 6.1.2 allows for what such programs write. Runs
 * with a tab or a line end in them come from programs that indent.
 */
static bool
put_blanks(OdsText *text, Buf *out)
{
    size_t count = text->plain ? text->blanks : text->blanks > 0 && text->inner;
    bool fits = true;
    text->blanks = 0;
    for (size_t i = 0; fits && i < count; i++)
        fits = buf_char(out, ' ');
    return fits;
}

bool
ods_text_paragraph(OdsText *text)
{
    bool first = !text->paragraph;
    text->paragraph = true;
    text->inner = false;
    text->blanks = 0;
    return first || buf_char(&text->text, '\n');
}

bool
ods_text_end_paragraph(OdsText *text)
{
    text->inner = false;
    return put_blanks(text, &text->text);
}

static bool
put_repeated(OdsText *text, char byte, uint64_t count)
{
    bool fits = put_blanks(text, &text->text);
    text->inner = true;
    for (uint64_t i = 0; fits && i < count; i++)
        fits = buf_char(&text->text, byte);
    return fits;
}

/* <text:s>: as many as it says, one where it does not. */
static uint64_t
blank_count(const char *const *attributes)
{
    uint64_t count;
    const char *written = xml_attribute(attributes, ODS_TEXT("c"));
    return written != NULL && text_read_count(text_of(written), &count) ? count : 1;
}

bool
ods_text_element(OdsText *text, const char *element, const char *const *attributes)
{
    if (strcmp(element, "s") == 0)
        return put_repeated(text, ' ', blank_count(attributes));
    if (strcmp(element, "tab") == 0)
        return put_repeated(text, '\t', 1);
    if (strcmp(element, "line-break") == 0)
        return put_repeated(text, '\n', 1);
    text->rich = text->rich || strcmp(element, "span") == 0;
    return true;
}

static void
note_look(OdsText *text, OdsLook look, Text word)
{
    bool seen = !character_all_blank(word);
    text->struck = text->struck || (look.line == ODS_LINE && seen);
    text->said = text->said || look.line != ODS_UNSAID;
    text->unsaid = text->unsaid || look.line == ODS_UNSAID;
    text->white = text->white || (look.colour == ODS_WHITE && seen);
    text->colourless = text->colourless || look.colour == ODS_NO_COLOUR;
}

/* Not empty, and without blanks. */
static bool
put_word(OdsText *text, Text word)
{
    OdsLook look = look_here(text);
    note_look(text, look, word);
    buf_clear(&text->word);
    return put_blanks(text, &text->word) && buf_text(&text->word, word) &&
           runs_add(&text->text, buf_view(&text->word), (RunLook){look.script, look.line == ODS_LINE},
                    &text->last_struck);
}

static bool
is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool
ods_text_add(OdsText *text, Text piece)
{
    for (size_t at = 0; at < piece.len;) {
        size_t start = at;
        for (; at < piece.len && is_blank(piece.ptr[at]); at++) {
            text->plain = (text->blanks == 0 || text->plain) && piece.ptr[at] == ' ';
            text->blanks++;
        }
        if (at > start)
            continue;
        while (at < piece.len && !is_blank(piece.ptr[at]))
            at++;
        if (!put_word(text, text_sub(piece, start, at - start)))
            return false;
        text->inner = true;
    }
    return true;
}
