/*
 * What is known while the main part of a Word document is read. Text counts as it is seen with all tracked changes
 * accepted: deleted and hidden text, the instructions of fields, pinyin above a line, footnotes and comments do not;
 * automatic numbers do.
 */
#ifndef HUIZONG_DOCX_DOCX_CONTENT_H
#define HUIZONG_DOCX_DOCX_CONTENT_H

#include "docx/docx_counter.h"
#include "docx/docx_story.h"
#include "docx/docx_table.h"

struct DocxRule;

enum { DOCX_TOLD_MOST = 8 };

typedef struct DocxContent {
    Sink *sink;
    const DocxStyles *styles;
    DocxCounter *counter; /* of automatic numbers */
    Arena *arena;         /* of blocks: reset where none is kept */
    DocxSheet sheet;
    DocxTables tables;
    DocxStory *stories; /* LIMIT_DOCX_STORIES: the body, a text box in it … */
    size_t story_count;
    Buf piece; /* of a w:t */
    bool keeps_blanks;
    const struct DocxRule *open[LIMIT_XML_DEPTH + 1]; /* the elements around, as far as they are read */
    int inside[LIMIT_XML_DEPTH + 1];                  /* as what the content of each is read */
    size_t depth;
    unsigned left_out;                /* elements around that are not read */
    uint64_t chosen;                  /* of the alternate contents around: a bit for each, set where one was taken */
    const char *told[DOCX_TOLD_MOST]; /* codes that are told once a file */
    size_t told_count;
    bool strict;
    bool body; /* there is one */
} DocxContent;

/* `counter` and its styles are borrowed. */
void
docx_content_open(DocxContent *content, DocxCounter *counter, Sink *sink);

void
docx_content_close(DocxContent *content);

/* All has been read: refused with workbook_damaged where there was no body, else the merged ranges are written. */
bool
docx_content_end(DocxContent *content, Err *err);

/* The innermost story. */
DocxStory *
docx_content_story(DocxContent *content);

/* Its content is not read. Always true. */
bool
docx_content_leave_out(DocxContent *content);

bool
docx_content_refuse(DocxContent *content, const char *code, Text raw, Err *err);

/* Refused with cell_too_long where a text was not `taken`. */
bool
docx_content_fits(DocxContent *content, bool taken, Err *err);

/* A finding that is told where it first is so; `code` in static storage. */
bool
docx_content_tell_once(DocxContent *content, const char *code, Err *err);

#endif
