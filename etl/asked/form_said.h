/* What is written right behind a label without a sign between them: 研发仿真模型三万个, 运行设备≥50台/套. */
#ifndef HUIZONG_ASKED_FORM_SAID_H
#define HUIZONG_ASKED_FORM_SAID_H

#include "asked/form_text.h"
#include "schema/upload.h"

/* True where a figure begins at a position, counted in the field's unit or in none, or what is written in the place of one: 三万个, 零, ≥50台/套, N/A, 几十个. No word of a sentence is one. */
bool
form_said_figure(const FormText *text, size_t at, const Field *field, Arena *arena);

/* An answer without the field's unit at its end; as it is where that is all it says. */
Text
form_said_stem(Text answer, const Field *field);

/* True of what a control asks for as long as it is not filled in: 单击此处输入文字, 选择一项。, 请选择. */
bool
form_said_prompt(Text raw);

#endif
