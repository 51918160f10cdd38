#include "docx/docx_element.h"

#include <string.h>

#include "docx/docx_name.h"

#define UNUSED(element, attributes) (void)(element), (void)(attributes)

static DocxTables *
tables_of(DocxContent *content)
{
    return &content->tables;
}

static bool
is_damaged(DocxContent *content, const char *element, bool good, Err *err)
{
    return good || docx_content_refuse(content, "workbook_damaged", text_of(element), err);
}

/* Blocks are kept for a cell that is not whole, or for a paragraph around a text box. */
static void
forget_blocks(DocxContent *content)
{
    if (content->story_count == 1 && (tables_of(content)->count == 0 || tables_of(content)->open[0].cell == NULL))
        arena_reset(content->arena);
}

bool
docx_element_document(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element, (void)err;
    content->strict = text_equal(text_of(docx_name_attribute(attributes, "conformance")), TEXT("strict"));
    return true;
}

bool
docx_element_body(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    UNUSED(element, attributes);
    if (content->body)
        return is_damaged(content, "w:body", false, err);
    content->body = true;
    return true;
}

static DocxLabel
label_of(DocxContent *content)
{
    const DocxStory *story = docx_content_story(content);
    if (!docx_story_numbers(story) || docx_table_deleted(tables_of(content)))
        return (DocxLabel){.text = TEXT("")};
    return docx_counter_next(content->counter, &story->item);
}

/* The paragraph that has been read goes to where it stands. */
static bool
put_paragraph(DocxContent *content, Err *err)
{
    DocxParagraph paragraph;
    DocxStory *story = docx_content_story(content);
    story->joined = false;
    if (!docx_content_fits(content, docx_story_end_paragraph(story, &paragraph.text), err))
        return false;
    paragraph.label = label_of(content);
    paragraph.issues = story->issues;
    story->issues = NULL;
    return docx_table_paragraph(tables_of(content), &paragraph, err);
}

/* A paragraph that was to go on in the next one, and there is none. */
static bool
put_joined(DocxContent *content, Err *err)
{
    return !docx_content_story(content)->joined || put_paragraph(content, err);
}

/* What stands behind a field that hides and does not end would be lost. */
static bool
end_story(DocxContent *content, Err *err)
{
    if (docx_field_hides(&docx_content_story(content)->fields))
        return is_damaged(content, "w:fldChar", false, err);
    return put_joined(content, err);
}

bool
docx_element_end_body(DocxContent *content, Err *err)
{
    return end_story(content, err);
}

bool
docx_element_paragraph(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    UNUSED(element, attributes);
    (void)err;
    docx_story_begin_paragraph(docx_content_story(content), content->styles->paragraph, content->styles->item);
    return true;
}

bool
docx_element_end_paragraph(DocxContent *content, Err *err)
{
    DocxStory *story = docx_content_story(content);
    story->joined = story->mark_deleted;
    if (!story->joined && !put_paragraph(content, err))
        return false;
    if (!story->joined)
        forget_blocks(content);
    return true;
}

bool
docx_element_paragraph_property(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    DocxStory *story = docx_content_story(content);
    Text style = text_of(docx_name_attribute(attributes, "val"));
    (void)err;
    if (strcmp(element, "pStyle") == 0) {
        story->paragraph = docx_styles_look(content->styles, style);
        story->item = docx_styles_item(content->styles, style);
    } else if (strcmp(element, "shd") == 0) {
        docx_look_take(&story->paragraph, element, attributes);
    }
    return true;
}

bool
docx_element_number_property(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)err;
    docx_item_take(&docx_content_story(content)->item, element, attributes);
    return true;
}

/* Of the mark at a paragraph's end. */
bool
docx_element_mark_property(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    static const char *const changes[] = {"ins", "moveTo", "del", "moveFrom", NULL};
    if (strcmp(element, "del") == 0 || strcmp(element, "moveFrom") == 0)
        docx_content_story(content)->mark_deleted = true;
    else if (strcmp(element, "vanish") == 0)
        docx_content_story(content)->mark_hidden = docx_name_on(attributes);
    return !docx_name_is_one_of(element, changes) || docx_content_tell_once(content, "document_revisions", err);
}

bool
docx_element_table(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    UNUSED(element, attributes);
    if (!put_joined(content, err))
        return false;
    docx_table_begin(tables_of(content));
    return true;
}

bool
docx_element_end_table(DocxContent *content, Err *err)
{
    (void)err;
    docx_table_end(tables_of(content));
    return true;
}

bool
docx_element_row(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    UNUSED(element, attributes);
    (void)err;
    docx_table_begin_row(tables_of(content));
    return true;
}

bool
docx_element_end_row(DocxContent *content, Err *err)
{
    if (!docx_table_end_row(tables_of(content), err))
        return false;
    forget_blocks(content);
    return true;
}

bool
docx_element_row_property(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    bool changed = strcmp(element, "ins") == 0 || strcmp(element, "del") == 0;
    return is_damaged(content, element, docx_table_row_property(tables_of(content), element, attributes), err) &&
           (!changed || docx_content_tell_once(content, "document_revisions", err));
}

bool
docx_element_cell(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    UNUSED(element, attributes);
    (void)err;
    docx_table_begin_cell(tables_of(content));
    return true;
}

bool
docx_element_end_cell(DocxContent *content, Err *err)
{
    return put_joined(content, err) && docx_table_end_cell(tables_of(content), err);
}

bool
docx_element_cell_property(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    static const char *const changes[] = {"cellIns", "cellDel", "cellMerge", NULL};
    bool changed = docx_name_is_one_of(element, changes);
    return is_damaged(content, element, docx_table_cell_property(tables_of(content), element, attributes), err) &&
           (!changed || docx_content_tell_once(content, "document_revisions", err));
}

bool
docx_element_box(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    DocxStory *around = docx_content_story(content);
    bool seen = docx_story_seen(around);
    if (content->story_count == LIMIT_DOCX_STORIES)
        return docx_content_refuse(content, "package_too_large", text_of(element), err);
    (void)attributes;
    if (seen)
        docx_issue_add(&around->issues, "document_text_box", TEXT_NONE, content->arena);
    content->story_count++;
    docx_story_begin(docx_content_story(content), !seen);
    return true;
}

bool
docx_element_end_box(DocxContent *content, Err *err)
{
    if (!end_story(content, err))
        return false;
    content->story_count--;
    return true;
}

bool
docx_element_alternate(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    UNUSED(element, attributes);
    (void)err;
    content->chosen <<= 1;
    return true;
}

bool
docx_element_end_alternate(DocxContent *content, Err *err)
{
    (void)err;
    content->chosen >>= 1;
    return true;
}

/* Prefixes, parted by blanks, as every program writes them. */
static bool
knows_all(Text prefixes)
{
    static const Text known[] = {TEXT("wps"),  TEXT("wpg"), TEXT("wpc"), TEXT("wpi"),
                                 TEXT("wp14"), TEXT("w14"), TEXT("w15"), TEXT("a14")};
    size_t found = 0;
    for (size_t i = 0; i < sizeof known / sizeof known[0] && found == 0; i++) {
        Text rest = text_trim(text_sub(prefixes, known[i].len, prefixes.len));
        bool whole = prefixes.len == known[i].len || (prefixes.len > known[i].len && prefixes.ptr[known[i].len] == ' ');
        if (whole && text_starts_with(prefixes, known[i]))
            return rest.len == 0 || knows_all(rest);
    }
    return false;
}

bool
docx_element_choice(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)element, (void)err;
    if ((content->chosen & 1) != 0 || !knows_all(text_trim(text_of(xml_attribute(attributes, "Requires")))))
        return docx_content_leave_out(content);
    content->chosen |= 1;
    return true;
}

bool
docx_element_fallback(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    UNUSED(element, attributes);
    (void)err;
    return (content->chosen & 1) == 0 || docx_content_leave_out(content);
}

bool
docx_element_control(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    UNUSED(element, attributes);
    (void)err;
    docx_story_begin_control(docx_content_story(content));
    return true;
}

bool
docx_element_end_control(DocxContent *content, Err *err)
{
    return docx_content_fits(content, docx_story_end_control(docx_content_story(content)), err);
}

bool
docx_element_control_property(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    DocxStory *story = docx_content_story(content);
    if (story->control_count == 0)
        return is_damaged(content, element, false, err);
    DocxControl *control = &story->controls[story->control_count - 1];
    if (strcmp(element, "showingPlcHdr") == 0)
        control->prompt = docx_name_on(attributes);
    else if (strcmp(element, "wordml|checkbox") == 0)
        control->box = true;
    else if (strcmp(element, "wordml|checked") == 0)
        control->ticked =
            xml_true(xml_attribute(attributes, "http://schemas.microsoft.com/office/word/2010/wordml|val"));
    return true;
}

bool
docx_element_inserted(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    UNUSED(element, attributes);
    return docx_content_tell_once(content, "document_revisions", err);
}

bool
docx_element_deleted(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    UNUSED(element, attributes);
    docx_content_story(content)->deleted++;
    return docx_content_tell_once(content, "document_revisions", err);
}

bool
docx_element_end_deleted(DocxContent *content, Err *err)
{
    (void)err;
    docx_content_story(content)->deleted--;
    return true;
}

bool
docx_element_chunk(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    (void)attributes;
    return docx_content_refuse(content, "document_chunk_not_read", text_of(element), err);
}

bool
docx_element_foreign(DocxContent *content, const char *element, const char *const *attributes, Err *err)
{
    DocxIssue *issues = NULL;
    (void)attributes;
    docx_issue_add(&issues, "document_part_not_read", text_of(element), content->arena);
    return docx_table_paragraph(tables_of(content), &(DocxParagraph){.text = TEXT(""), .issues = issues}, err);
}
