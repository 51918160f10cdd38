/* Chinese numerals as lists are counted with: 一, 十二, 九十九. */
#ifndef HUIZONG_TEXT_NUMERAL_H
#define HUIZONG_TEXT_NUMERAL_H

#include "base/text.h"

/* The numbers from 1 to 99; false for anything else. */
bool
numeral_read(Text text, int *out);

#endif
