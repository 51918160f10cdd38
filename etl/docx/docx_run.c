#include "docx/docx_run.h"

#include <stdlib.h>
#include <string.h>

#include "docx/docx_name.h"
#include "text/symbolfont.h"

bool
docx_run_begin(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element, (void)attributes, (void)err;
    docx_story_begin_run(docx_content_story(content));
    return true;
}

static void
take_fonts(DocxContent *content, const char *const *attributes)
{
    DocxStory *story = docx_content_story(content);
    story->font = symbolfont_name(text_of(docx_name_attribute(attributes, "ascii")));
    story->high_font = symbolfont_name(text_of(docx_name_attribute(attributes, "hAnsi")));
}

bool
docx_run_property(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    DocxStory *story = docx_content_story(content);
    (void)err;
    if (strcmp(element, "rStyle") == 0)
        story->run_style = docx_styles_look(content->styles, text_of(docx_name_attribute(attributes, "val")));
    else if (strcmp(element, "rFonts") == 0)
        take_fonts(content, attributes);
    else
        docx_look_take(&story->run, element, attributes);
    return true;
}

bool
docx_run_text(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    const char *space = xml_attribute(attributes, "http://www.w3.org/XML/1998/namespace|space");
    (void)element, (void)err;
    content->keeps_blanks = space != NULL && strcmp(space, "preserve") == 0;
    buf_clear(&content->piece);
    return true;
}

bool
docx_run_characters(DocxContent *content, Text piece, Err *err)
{
    return docx_content_fits(content, buf_text(&content->piece, piece), err);
}

/* A line end in the source is a blank: those of the text are elements. */
bool
docx_run_end_text(DocxContent *content, Err *err)
{
    Text text = buf_view(&content->piece);
    for (size_t i = 0; i < text.len; i++)
        if (content->piece.ptr[i] == '\n' || content->piece.ptr[i] == '\r')
            content->piece.ptr[i] = ' ';
    if (!content->keeps_blanks)
        text = text_trim(text);
    return docx_content_fits(content, docx_story_text(docx_content_story(content), text), err);
}

bool
docx_run_tab(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element, (void)attributes;
    DocxStory *story = docx_content_story(content);
    bool fits = !docx_story_seen(story) || docx_story_text(story, TEXT("\t"));
    return docx_content_fits(content, fits, err);
}

bool
docx_run_line_end(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element, (void)attributes;
    return docx_content_fits(content, docx_story_line_end(docx_content_story(content)), err);
}

/* One that never breaks a line, which is seen; one where a line may break is not. */
bool
docx_run_hyphen(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element, (void)attributes;
    return docx_content_fits(content, docx_story_text(docx_content_story(content), TEXT("-")), err);
}

bool
docx_run_symbol(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    enum { HEX = 16, DIGITS_MOST = 6 };
    const char *code = docx_name_attribute(attributes, "char");
    Text font = text_of(docx_name_attribute(attributes, "font"));
    size_t len = code != NULL ? strspn(code, "0123456789ABCDEFabcdef") : 0;
    if (len == 0 || len > DIGITS_MOST || code[len] != '\0')
        return docx_content_refuse(content, "workbook_damaged", text_of(element), err);
    return docx_content_fits(
        content, docx_story_symbol(docx_content_story(content), font, (uint32_t)strtoul(code, NULL, HEX)), err);
}

static bool
separate(DocxContent *content, Err *err)
{
    DocxStory *story = docx_content_story(content);
    size_t len;
    bool fits = docx_text_settle(&story->text, &len);
    docx_field_separate(&story->fields, len, story->paragraphs);
    return docx_content_fits(content, fits, err);
}

bool
docx_run_simple_field(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    DocxFields *fields = &docx_content_story(content)->fields;
    if (!docx_field_begin(fields))
        return docx_content_refuse(content, "package_too_large", text_of(element), err);
    docx_field_instruct(fields, text_of(docx_name_attribute(attributes, "instr")));
    return separate(content, err);
}

bool
docx_run_end_simple_field(DocxContent *content, Err *err)
{
    return docx_content_fits(content, docx_story_end_field(docx_content_story(content)), err);
}

bool
docx_run_field(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    Text type = text_of(docx_name_attribute(attributes, "fldCharType"));
    DocxStory *story = docx_content_story(content);
    if (text_equal(type, TEXT("begin")))
        return docx_field_begin(&story->fields) ||
               docx_content_refuse(content, "package_too_large", text_of(element), err);
    if (text_equal(type, TEXT("separate")))
        return separate(content, err);
    if (text_equal(type, TEXT("end")))
        return docx_content_fits(content, docx_story_end_field(story), err);
    return docx_content_refuse(content, "workbook_damaged", text_of(element), err);
}

bool
docx_run_form(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)err;
    docx_field_form(&docx_content_story(content)->fields, element, attributes, content->arena);
    return true;
}

static bool
tell_seen(DocxContent *content, const char *code, Err *err)
{
    return !docx_story_seen(docx_content_story(content)) || docx_content_tell_once(content, code, err);
}

bool
docx_run_note(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element, (void)attributes;
    return tell_seen(content, "document_notes", err);
}

bool
docx_run_comment(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element, (void)attributes;
    return tell_seen(content, "document_comments", err);
}

bool
docx_run_foreign(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    DocxStory *story = docx_content_story(content);
    (void)attributes, (void)err;
    if (docx_story_seen(story))
        docx_issue_add(&story->issues, "document_part_not_read", text_of(element), content->arena);
    return true;
}
