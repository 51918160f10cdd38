#include "docx/docx_content.h"

#include <string.h>

void
docx_content_open(DocxContent *content, DocxCounter *counter, Sink *sink)
{
    *content = (DocxContent){.sink = sink, .styles = counter->styles, .counter = counter, .arena = arena_new()};
    content->piece = buf_new(sink_limits(sink)->string);
    docx_sheet_open(&content->sheet, sink);
    content->tables = (DocxTables){.sheet = &content->sheet, .arena = content->arena};
    content->stories = arena_array(sink->run, LIMIT_DOCX_STORIES, sizeof *content->stories);
    for (size_t i = 0; i < LIMIT_DOCX_STORIES; i++)
        docx_story_open(&content->stories[i], content->arena, sink_limits(sink)->string);
    content->story_count = 1;
}

void
docx_content_close(DocxContent *content)
{
    for (size_t i = 0; i < LIMIT_DOCX_STORIES; i++)
        docx_story_close(&content->stories[i]);
    docx_sheet_close(&content->sheet);
    buf_free(&content->piece);
    arena_free(content->arena);
}

bool
docx_content_end(DocxContent *content, Err *err)
{
    if (!content->body)
        return docx_content_refuse(content, "workbook_damaged", TEXT("w:body"), err);
    return docx_sheet_end(&content->sheet, err);
}

DocxStory *
docx_content_story(DocxContent *content)
{
    return &content->stories[content->story_count - 1];
}

bool
docx_content_leave_out(DocxContent *content)
{
    content->left_out = 1;
    return true;
}

bool
docx_content_refuse(DocxContent *content, const char *code, Text raw, Err *err)
{
    return sink_refuse(content->sink, code, (Remark){.place = docx_table_place(&content->tables), .raw = raw}, err);
}

bool
docx_content_fits(DocxContent *content, bool taken, Err *err)
{
    return taken || docx_content_refuse(content, "cell_too_long", TEXT_NONE, err);
}

bool
docx_content_tell_once(DocxContent *content, const char *code, Err *err)
{
    for (size_t i = 0; i < content->told_count; i++)
        if (strcmp(content->told[i], code) == 0)
            return true;
    content->told[content->told_count++] = code;
    return sink_warn(content->sink, code, (Remark){.place = docx_table_place(&content->tables)}, err);
}
