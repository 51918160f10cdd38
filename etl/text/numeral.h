/* Numbers that lists are counted with, Chinese ones (一, 十二, 九十九) among them. */
#ifndef HUIZONG_TEXT_NUMERAL_H
#define HUIZONG_TEXT_NUMERAL_H

#include "text/decimal.h"

/* The numbers from 1 to 99; false for anything else. */
bool
numeral_read(Text text, int *out);

/* A whole number from 1, as 序号 are written: 1, 1、, （1）, ①, No.1, 第1, 一. False for anything else. */
bool
numeral_ordinal(Text written, Arena *arena, Decimal *out);

#endif
