/*
 * A story: a run of paragraphs with its own fields, as the document's body or a text box. It knows what of the text
 * that comes is seen.
 */
#ifndef HUIZONG_DOCX_DOCX_STORY_H
#define HUIZONG_DOCX_DOCX_STORY_H

#include "docx/docx_block.h"
#include "docx/docx_field.h"
#include "docx/docx_styles.h"
#include "docx/docx_text.h"

/* A content control whose content is not its text: the mark comes once in its place. */
typedef struct DocxControl {
    bool box, ticked, prompt; /* what it is: a box to tick, or one that still shows what to fill in */
    bool put;
} DocxControl;

typedef struct DocxStory {
    Arena *arena; /* of blocks */
    DocxText text;
    DocxIssue *issues;
    DocxFields fields;
    DocxLook paragraph, run_style, run;
    DocxItem item;        /* the paragraph's automatic number */
    Text font, high_font; /* of the run's ASCII and of the rest, where they are of symbols */
    unsigned deleted;     /* elements around that take the text away; 1 more where the story is in such a place */
    uint64_t paragraphs;  /* that have begun */
    bool joined;          /* the mark between this paragraph and the next is deleted */
    bool mark_deleted;
    bool mark_hidden;
    bool struck;                           /* the last of the text that is seen */
    RunScript rise;                        /* of the same */
    bool moved;                            /* the text at hand goes on with a figure on another line */
    bool prompted;                         /* the paragraph has the line of an unfilled control */
    DocxControl controls[LIMIT_XML_DEPTH]; /* that are open */
    size_t control_count;
} DocxStory;

void
docx_story_open(DocxStory *story, Arena *arena, size_t ceiling);

void
docx_story_close(DocxStory *story);

/* Begins anew; `unseen`: it stands where text does not count. */
void
docx_story_begin(DocxStory *story, bool unseen);

/* `look` and `item`: of the paragraph's style. */
void
docx_story_begin_paragraph(DocxStory *story, DocxLook look, DocxItem item);

void
docx_story_begin_run(DocxStory *story);

/* Whether the paragraph that has been read is seen, and so its automatic number. */
bool
docx_story_numbers(const DocxStory *story);

/* Whether text that comes now counts. */
bool
docx_story_seen(const DocxStory *story);

/* What the text is, by the font of its run; false at the ceiling, as with all that adds. */
bool
docx_story_text(DocxStory *story, Text piece);

/* A character of a symbol font. */
bool
docx_story_symbol(DocxStory *story, Text font, uint32_t code);

/* A line end. */
bool
docx_story_line_end(DocxStory *story);

/* A field ends; false at the ceiling. */
bool
docx_story_end_field(DocxStory *story);

void
docx_story_begin_control(DocxStory *story);

/* The innermost control ends. */
bool
docx_story_end_control(DocxStory *story);

/* The text of the paragraph, at its end; borrowed until the next. */
bool
docx_story_end_paragraph(DocxStory *story, Text *text);

#endif
