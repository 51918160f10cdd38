#include "docx/docx_story.h"

#include "charset/utf8.h"
#include "text/character.h"
#include "text/codepoint.h"
#include "text/symbolfont.h"

enum { ASCII_END = 0x80 };

void
docx_story_open(DocxStory *story, Arena *arena, size_t ceiling)
{
    *story = (DocxStory){.arena = arena};
    docx_text_open(&story->text, ceiling);
}

void
docx_story_close(DocxStory *story)
{
    docx_text_close(&story->text);
}

void
docx_story_begin(DocxStory *story, bool unseen)
{
    DocxText text = story->text;
    docx_text_begin(&text);
    *story = (DocxStory){.arena = story->arena, .text = text, .deleted = unseen};
}

void
docx_story_begin_paragraph(DocxStory *story, DocxLook look, DocxItem item)
{
    story->paragraph = look;
    story->item = item;
    story->mark_deleted = story->mark_hidden = false;
    story->struck = story->joined && story->struck;
    story->rise = story->joined ? story->rise : RUN_UNSET;
    docx_story_begin_run(story);
    story->paragraphs++;
    if (story->joined)
        return;
    docx_text_begin(&story->text);
    story->issues = NULL;
    story->prompted = false;
}

void
docx_story_begin_run(DocxStory *story)
{
    story->run = story->run_style = (DocxLook){DOCX_UNSET};
    story->font = story->high_font = TEXT_NONE;
}

bool
docx_story_numbers(const DocxStory *story)
{
    bool hidden = story->mark_hidden && character_all_blank(buf_view(&story->text.text));
    return story->deleted == 0 && !docx_field_hides(&story->fields) && !hidden;
}

static bool
is_hidden(const DocxStory *story)
{
    return docx_look_hidden(story->run, story->run_style, story->paragraph);
}

bool
docx_story_seen(const DocxStory *story)
{
    return story->deleted == 0 && !docx_field_hides(&story->fields) && !is_hidden(story);
}

static bool
add(DocxStory *story, Text piece)
{
    return docx_text_add(&story->text, piece, docx_look_underlined(story->run, story->run_style, story->paragraph));
}

static Text
mark_of(const DocxControl *control)
{
    if (control->box)
        return control->ticked ? TEXT("☑") : TEXT("☐");
    return DOCX_LINE;
}

/* The outermost control whose content is not its text; NULL: there is none. */
static DocxControl *
replacing(DocxStory *story)
{
    for (size_t i = 0; i < story->control_count; i++)
        if (story->controls[i].box || story->controls[i].prompt)
            return &story->controls[i];
    return NULL;
}

static bool
is_one_of(Text text, const char *const *signs)
{
    while (*signs != NULL && !text_equal(text, text_of(*signs)))
        signs++;
    return *signs != NULL;
}

/* A box may show another sign than its state says, where a program has changed only one of them. */
static void
compare_shown(DocxStory *story, const DocxControl *control, Text shown)
{
    static const char *const ticks[] = {"☑", "☒", "√", "✓", "✔", "■", NULL};
    static const char *const boxes[] = {"☐", "□", NULL};
    if (control->box && is_one_of(shown, control->ticked ? boxes : ticks))
        docx_issue_add(&story->issues, "document_box_doubtful", shown, story->arena);
}

static bool
put_mark(DocxStory *story, DocxControl *control)
{
    if (control->put)
        return true;
    control->put = true;
    story->prompted = story->prompted || !control->box;
    return docx_text_add(&story->text, mark_of(control), false);
}

/* Text that is seen. */
static bool
put(DocxStory *story, Text piece)
{
    DocxControl *control = replacing(story);
    if (control == NULL)
        return add(story, piece);
    compare_shown(story, control, piece);
    return put_mark(story, control);
}

static void
note_hidden(DocxStory *story, Text piece)
{
    bool counts = story->deleted == 0 && !docx_field_hides(&story->fields);
    if (counts && is_hidden(story) && !character_all_blank(piece))
        docx_issue_add(&story->issues, "document_hidden_text", piece, story->arena);
}

static void
note_struck(DocxStory *story, Text piece)
{
    if (docx_look_struck(story->run, story->run_style, story->paragraph) && !character_all_blank(piece))
        docx_issue_add(&story->issues, "document_struck_text", piece, story->arena);
}

static void
note_unseen(DocxStory *story, Text piece)
{
    if (docx_look_unseen(story->run, story->run_style, story->paragraph) && !character_all_blank(piece))
        docx_issue_add(&story->issues, "document_white_text", piece, story->arena);
}

static void
note_tiny(DocxStory *story, Text piece)
{
    if (docx_look_tiny(story->run, story->run_style, story->paragraph) && !character_all_blank(piece))
        docx_issue_add(&story->issues, "document_tiny_text", piece, story->arena);
}

bool
docx_story_symbol(DocxStory *story, Text font, uint32_t code)
{
    char written[UTF8_LONGEST];
    uint32_t character = symbolfont_character(font, code);
    Text sign = {written, utf8_write(written, character != 0 ? character : 0xFFFD)};
    if (!docx_story_seen(story)) {
        docx_field_instruct(&story->fields, sign);
        return true;
    }
    if (character == 0)
        docx_issue_add(&story->issues, "document_symbol",
                       arena_printf(story->arena, "%" TEXT_FMT " %X", TEXT_ARG(font), code), story->arena);
    return put(story, sign);
}

/* Word has a font for ASCII and one for what is beyond, each only where it has no East Asian one for a character. */
static bool
put_symbols(DocxStory *story, Text piece)
{
    bool fits = true;
    for (size_t at = 0; fits && at < piece.len;) {
        Text character = character_at(piece, at);
        uint32_t code = (uint32_t)codepoint_next(piece, &at);
        Text font = code < ASCII_END ? story->font : story->high_font;
        fits = font.len > 0 ? docx_story_symbol(story, font, code) : put(story, character);
    }
    return fits;
}

static bool
put_piece(void *to, Text piece)
{
    return put(to, piece);
}

/* Raised or lowered as a mark is; or by moving its line, where a figure before it stands on another. */
static RunScript
script_of(const DocxStory *story)
{
    RunScript script = docx_look_script(story->run, story->run_style, story->paragraph);
    return story->moved && script != RUN_RAISED && script != RUN_LOWERED ? story->rise : script;
}

static bool
put_run(DocxStory *story, Text piece)
{
    RunScript script = script_of(story);
    if (story->font.len > 0 || story->high_font.len > 0)
        return put_symbols(story, piece);
    return runs_spell(script, buf_view(&story->text.text), piece, put_piece, story);
}

/* What is struck through does not join a figure beside it: the first of its characters, or its last, has a line through it. */
static bool
put_apart(DocxStory *story, Text piece, bool struck)
{
    Text first = piece.len > 0 ? character_at(piece, 0) : piece;
    Text rest = text_sub(piece, first.len, piece.len);
    if (struck)
        return put_run(story, first) && put(story, RUN_STRUCK) && put_run(story, rest);
    return put(story, RUN_STRUCK) && put_run(story, piece);
}

/* Whole labels and answers may be moved too: that says nothing. */
static void
note_rise(DocxStory *story, Text piece)
{
    RunScript rise = docx_look_rise(story->run, story->run_style, story->paragraph);
    story->moved = rise != story->rise && runs_join(buf_view(&story->text.text), piece);
    if (!character_all_blank(piece))
        story->rise = rise;
}

bool
docx_story_text(DocxStory *story, Text piece)
{
    if (!docx_story_seen(story)) {
        note_hidden(story, piece);
        return true;
    }
    note_struck(story, piece);
    note_unseen(story, piece);
    note_tiny(story, piece);
    note_rise(story, piece);
    bool struck = docx_look_struck(story->run, story->run_style, story->paragraph);
    bool apart = struck != story->struck && replacing(story) == NULL && runs_join(buf_view(&story->text.text), piece);
    if (!character_all_blank(piece))
        story->struck = struck;
    return apart ? put_apart(story, piece, struck) : put_run(story, piece);
}

/* No line to be filled in goes on behind it. */
bool
docx_story_line_end(DocxStory *story)
{
    if (!docx_story_seen(story) || replacing(story) != NULL)
        return true;
    return docx_text_add(&story->text, TEXT("\n"), false);
}

/* Whether no result of the field came. */
static bool
has_nothing(const DocxStory *story, const DocxField *field)
{
    return !field->result || (field->paragraph == story->paragraphs && story->text.text.len <= field->from);
}

/* What the field shows though its result is not in the file, or else that it is not read. */
static bool
put_reckoned(DocxStory *story, const DocxField *field)
{
    Text text = docx_field_text(field, story->arena);
    if (text.len > 0)
        return docx_text_settle(&story->text, NULL) && put(story, text);
    docx_issue_add(&story->issues, "document_part_not_read", text_of("w:instrText"), story->arena);
    return true;
}

bool
docx_story_end_field(DocxStory *story)
{
    DocxField field;
    if (!docx_field_end(&story->fields, &field) || !docx_story_seen(story))
        return true;
    if (docx_field_lacks(&field) && has_nothing(story, &field))
        return put_reckoned(story, &field);
    Text text = docx_field_text(&field, story->arena);
    if (field.kind != DOCX_FIELD_OTHER && text.len > 0)
        return docx_text_settle(&story->text, NULL) && put(story, text);
    bool line = field.kind == DOCX_FIELD_LINE && field.result && field.paragraph == story->paragraphs;
    return !line || (docx_text_settle(&story->text, NULL) && docx_text_fill(&story->text, field.from));
}

void
docx_story_begin_control(DocxStory *story)
{
    story->controls[story->control_count++] = (DocxControl){.put = false};
}

/* A box whose content came without any text still is a box. */
bool
docx_story_end_control(DocxStory *story)
{
    DocxControl *control = &story->controls[story->control_count - 1];
    bool due = control->box && replacing(story) == control && docx_story_seen(story);
    bool fits = !due || put_mark(story, control);
    story->control_count--;
    return fits;
}

/* A paragraph that is only the line of an unfilled control is blank. */
bool
docx_story_end_paragraph(DocxStory *story, Text *text)
{
    bool fits = docx_text_settle(&story->text, NULL);
    *text = buf_view(&story->text.text);
    if (story->prompted && text_equal(*text, DOCX_LINE))
        *text = TEXT("");
    return fits;
}
