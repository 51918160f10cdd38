/*
 * The text of one cell, as its paragraphs are read: joined by line feeds, white space collapsed (OpenDocument 1.3 part
 * 3, 6.1.2; but blanks alone stay), with what stands for blanks, tabs and line breaks in it. What is
 * raised, lowered or struck through joins no figure beside it.
 */
#ifndef HUIZONG_ODS_ODS_TEXT_H
#define HUIZONG_ODS_ODS_TEXT_H

#include "base/limits.h"
#include "ods/ods_styles.h"

typedef struct OdsText {
    Buf text;
    Buf word;                           /* the last, with the blanks ahead of it */
    bool paragraph;                     /* there was one, though it may be empty */
    bool rich;                          /* there was a span */
    bool struck;                        /* a part of it is struck through, by its own styles */
    bool said;                          /* a part has a style that says whether it is, */
    bool unsaid;                        /* and a part has none: the cell's style counts */
    bool white;                         /* a part of it is white, by its own styles */
    bool colourless;                    /* a part has a style that says no colour: the cell's counts */
    bool inner;                         /* the paragraph has something before this place */
    size_t blanks;                      /* white space before this place */
    bool plain;                         /* all of it U+0020 */
    bool last_struck;                   /* the last that is seen */
    OdsLook looks[LIMIT_XML_DEPTH + 1]; /* of the paragraph and what is open in it */
    size_t depth;
} OdsText;

/* `ceiling` in bytes. */
void
ods_text_open(OdsText *text, size_t ceiling);

void
ods_text_close(OdsText *text);

/* Empties it for the next cell. */
void
ods_text_begin(OdsText *text);

/* A paragraph or an element inside of one begins, whose style says that of its text. */
void
ods_text_open_run(OdsText *text, OdsLook look);

void
ods_text_close_run(OdsText *text);

/* The functions below are false at the ceiling. */
bool
ods_text_paragraph(OdsText *text);

bool
ods_text_end_paragraph(OdsText *text);

/* An element inside of a paragraph: s, tab and line-break stand for characters, span makes the text rich. */
bool
ods_text_element(OdsText *text, const char *element, const char *const *attributes);

bool
ods_text_add(OdsText *text, Text piece);

#endif
