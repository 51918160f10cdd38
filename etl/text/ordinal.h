/* The numbers that a word processor counts the paragraphs of a list with: 1, 十二, ③, b, iv. */
#ifndef HUIZONG_TEXT_ORDINAL_H
#define HUIZONG_TEXT_ORDINAL_H

#include "base/buf.h"

#include <stdint.h>

/*
 * Adds `number` as it is written in a format of Word (ECMA-376 part 1, 17.18.59 ST_NumberFormat): nothing for "none",
 * decimal digits where the format is another or has no sign for the number. False at the ceiling.
 */
bool
ordinal_write(Text format, uint64_t number, Buf *out);

#endif
