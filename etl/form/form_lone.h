/* A label that is a cell of its own: its answer is sought beside it, below it, or in the text that follows. */
#ifndef HUIZONG_FORM_FORM_LONE_H
#define HUIZONG_FORM_FORM_LONE_H

#include "form/form_reader.h"

void
form_lone_read(FormReader *reader, FormCell *cell, const FormMark *mark);

#endif
