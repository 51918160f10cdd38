/* A name that did not fit its line: its end is the row below, without a label. */
#ifndef HUIZONG_FORM_FORM_CONTINUED_H
#define HUIZONG_FORM_FORM_CONTINUED_H

#include "form/form_reader.h"

/*
 * True where the cell stands alone right below an answer in words, is no label and nothing that the form prints: it has
 * been joined to it and told where that is a name and only the two together end as one (闽海云链工业 / 互联网平台), else told as left.
 */
bool
form_continued_take(FormReader *reader, FormCell *cell);

/* The same of a name that goes on in the next line of its own cell: *answer grows by it, and it is told. */
void
form_continued_in_cell(FormReader *reader, const FormCell *cell, FormPart *answer, FormPart *rest);

#endif
