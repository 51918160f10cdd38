/* Numbers written in Chinese: 三百二十, 十二万, 三点五亿, 二〇〇, also in the forms of banks (叁佰贰拾). */
#ifndef HUIZONG_TEXT_CHINESE_H
#define HUIZONG_TEXT_CHINESE_H

#include "text/decimal.h"

/*
 * The number at the front of `text`, exact, and the rest after it, trimmed. False where there is none, and where what is there may mean two numbers: 一百二
 * (102 or 120), 三五 (three to five), 一万二.
 */
bool
chinese_number(Text text, Decimal *out, Text *rest);

/* "二〇二三年六月十二日" as "2023年6月12日", the same for a month or a year alone; TEXT_NONE where `text` is no such date. In `arena`. */
Text
chinese_date(Text text, Arena *arena);

#endif
