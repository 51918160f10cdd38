/*
 * The text of a paragraph as it is collected from runs. What is underlined and only blanks is a line to be filled in,
 * and becomes "____"; blanks around an underlined text are what is left of such a line, and go, but one that parts two
 * words of ASCII letters or digits stays.
 */
#ifndef HUIZONG_DOCX_DOCX_TEXT_H
#define HUIZONG_DOCX_DOCX_TEXT_H

#include "base/buf.h"

#define DOCX_LINE TEXT("____")

typedef struct DocxText {
    Buf text;
    size_t underlined; /* where the underlined run at the end begins; SIZE_MAX: there is none */
    bool parted;       /* blanks went at the end */
} DocxText;

/* `ceiling` in bytes. */
void
docx_text_open(DocxText *text, size_t ceiling);

void
docx_text_close(DocxText *text);

void
docx_text_begin(DocxText *text);

/* False at the ceiling, as with all that adds. */
bool
docx_text_add(DocxText *text, Text piece, bool underlined);

/* Ends an underlined run, and gives in *len how much there is now; `len` may be NULL. */
bool
docx_text_settle(DocxText *text, size_t *len);

/* What came since there were `from` bytes becomes a line to be filled in where it is nothing, or only blanks. */
bool
docx_text_fill(DocxText *text, size_t from);

#endif
