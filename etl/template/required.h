/* Whether a field must be filled in: in a word for the notes, in a sentence for the prompt. */
#ifndef HUIZONG_TEMPLATE_REQUIRED_H
#define HUIZONG_TEMPLATE_REQUIRED_H

#include "template/blank.h"

/* 是, 否, or when and what at least. */
Text
required_word(const Blank *blank, const Field *field);

/* TEXT_NONE where it may stay blank, and of a figure that may be 无, whose prompt says so anyway. */
Text
required_prompt(const Blank *blank, const Field *field);

#endif
