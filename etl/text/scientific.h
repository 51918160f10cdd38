/* 1.38E+10: what a spreadsheet shows of a long number, whose last digits are gone. */
#ifndef HUIZONG_TEXT_SCIENTIFIC_H
#define HUIZONG_TEXT_SCIENTIFIC_H

#include "base/text.h"

/* True where the whole text is digits, with or without a fraction, and an exponent. */
bool
scientific_is(Text text);

/* True where moreover it is written as a spreadsheet shows it: one digit in front, a plus behind E. 1E5 may be a code. */
bool
scientific_is_displayed(Text text);

#endif
