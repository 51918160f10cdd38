/* Running text in a cell: labels with their answers one after another, headings, remarks. */
#ifndef HUIZONG_FORM_FORM_FLOW_H
#define HUIZONG_FORM_FORM_FLOW_H

#include "form/form_reader.h"

/*
 * Reads a cell from its beginning. What stands before its first label answers the label that waits, if one does. A label at its end goes on waiting: for the cell beside it,
 * for the lines below.
 */
void
form_flow_read(FormReader *reader, FormCell *cell);

/* 序号: a number before the other cells of its row. */
bool
form_flow_is_row_number(const FormReader *reader, const FormCell *cell);

/* True where a cell that begins with this mark is no part of the text that is being read, but the next question. `in_row`: other cells stand beside it. */
bool
form_flow_ends_text(const FormReader *reader, const FormMark *mark, bool in_row);

#endif
