/* A figure or a name too many in a label's row, 原报数 | 修改后 or 上年 | 本年: nothing tells which of them is meant, so none is taken. */
#ifndef HUIZONG_FORM_FORM_FURTHER_H
#define HUIZONG_FORM_FORM_FURTHER_H

#include "form/form_reader.h"

/* True for a number with its unit and nothing else: what is only about a figure, （其中在用300台）, is none. */
bool
form_further_is_figure(const FormReader *reader, const FormCell *cell, const Field *field);

/* Refuses what stands beside a label of several blanks where there are more figures than blanks; false where there are not. `taken` answers were found. */
bool
form_further_refuse(FormReader *reader, const FormCell *label, const FormTarget *target, size_t taken);

/*
 * Adds every further figure in the label's row as one more answer, and of an answer in words every further name, date, number or choice: where it differs from
 * the first, the two are told and neither is taken. Any other text there is told.
 */
void
form_further_answer(FormReader *reader, const FormCell *label, const FormTarget *target);

#endif
