/* From the text behind a label to what was answered there: without the form's own remarks, blanks to write on and the signs between two answers. */
#ifndef HUIZONG_ANSWER_FORM_ANSWER_H
#define HUIZONG_ANSWER_FORM_ANSWER_H

#include "asked/form_scope.h"

/* A part of a text, positions [from, to). */
typedef struct FormPart {
    size_t from;
    size_t to;
} FormPart;

/* The answer to a field at the beginning of a part: a line, or several where boxes or a list go on. *rest is what stands behind it. */
FormPart
form_answer_part(const FormText *text, FormPart part, const Field *field, FormPart *rest);

/* The answer as written; empty where nothing but a blank, its unit or a date without figures stands there. In `arena` where it is not borrowed. */
Text
form_answer_raw(const FormScope *scope, const FormText *text, FormPart part, const Field *field, Arena *arena);

/* True where a box or one of such a field's choices stands at a position. */
bool
form_answer_is_choice(const FormText *text, size_t at, const Field *field);

/* True for a box, ticked or not. */
bool
form_answer_is_box(Text character);

/* A long text without the remarks that the form prints before it: （限1000字）; empty where it is nothing but printed. */
FormPart
form_answer_text(const FormScope *scope, const FormText *text, FormPart part, Arena *arena);

/* Without the lines to write on; in `arena`. */
Text
form_answer_without_lines(Text written, Arena *arena);

/* True where a part says nothing of its own: signs, boxes, printed remarks, a stamp's words, a note. */
bool
form_answer_is_furniture(const FormScope *scope, const FormText *text, FormPart part, Arena *arena);

/* The last date of a part, "2023年6月1日" or "年 月 日", to be signed by; false where there is none. */
bool
form_answer_date(const FormText *text, FormPart part, FormPart *date);

#endif
