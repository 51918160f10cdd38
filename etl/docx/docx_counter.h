/* The automatic numbers of paragraphs as a person sees them, counted in the order of the document. */
#ifndef HUIZONG_DOCX_DOCX_COUNTER_H
#define HUIZONG_DOCX_DOCX_COUNTER_H

#include "docx/docx_numbering.h"
#include "docx/docx_styles.h"

typedef struct DocxCounter {
    DocxNumbering numbering;
    const DocxStyles *styles;
    Buf label; /* the last that was counted */
} DocxCounter;

/* What stands before a paragraph. */
typedef struct DocxLabel {
    Text text;    /* empty: nothing does */
    bool adjoins; /* nothing parts it from the paragraph */
} DocxLabel;

/* `styles` are borrowed. */
void
docx_counter_open(DocxCounter *counter, const DocxStyles *styles);

void
docx_counter_close(DocxCounter *counter);

/*
 * Counts a paragraph and gives its label, borrowed until the next: none where it refers to no list that there is. The
 * dot before a paragraph of a list without numbers is an ornament and no label. Levels above that were passed over count as begun.
 */
DocxLabel
docx_counter_next(DocxCounter *counter, const DocxItem *item);

#endif
