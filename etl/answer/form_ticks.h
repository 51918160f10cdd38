/* Boxes at the labels of a list, ☑5G □大数据 or 5G□√、大数据□ or 5G：是: which marks are whose. */
#ifndef HUIZONG_ANSWER_FORM_TICKS_H
#define HUIZONG_ANSWER_FORM_TICKS_H

#include "answer/form_answer.h"

/*
 * A label of the list with its marks, or with 是, 否, 有 or 无 behind it; with its neighbours too where a mark may as well be theirs, so that it is unclear.
 * *end is the position behind what is its own.
 */
FormPart
form_ticks_part(const FormText *text, const FormMarks *marks, const FormMark *mark, size_t *end);

/* True where a cell is a label with an empty box, □5G, or without one: it may be ticked in the cell beside it. */
bool
form_ticks_is_open(const FormText *text, const FormMark *mark);

/* True where a cell holds marks, 是 or 否 and nothing else. */
bool
form_ticks_is_answer(const FormText *text);

#endif
