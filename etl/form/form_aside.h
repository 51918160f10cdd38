/* What is said in brackets behind a label of the figure beside it: （计划）, （2022年1-6月）, （累计）. */
#ifndef HUIZONG_FORM_FORM_ASIDE_H
#define HUIZONG_FORM_FORM_ASIDE_H

#include "form/form_reader.h"

/* Of the label that has begun to wait: its figure is refused where it is another than the form asks for, and told where it may be. */
void
form_aside_take(FormReader *reader, const FormCell *cell, const FormMark *mark);

/* What further cells of the label's row say so of its figure, 预计, is told: it is taken. */
void
form_aside_beside(FormReader *reader, const FormCell *label, const Field *field);

/* A warning at a label or heading: the figures are taken. */
void
form_aside_tell(FormReader *reader, const FormCell *cell, const char *code, Text said, Text field);

#endif
