/* What stands in a cell that asks for a figure: a number, what it is counted in, and whether it is one exact number at all. */
#ifndef HUIZONG_TEXT_AMOUNT_H
#define HUIZONG_TEXT_AMOUNT_H

#include "text/decimal.h"

typedef enum AmountForm {
    AMOUNT_EXACT,
    AMOUNT_NONE,       /* no number at the front */
    AMOUNT_ABOUT,      /* 约300, 300余台, >300, 300以上 */
    AMOUNT_RANGE,      /* 100-200台 */
    AMOUNT_SEVERAL,    /* 50台/套；20台/套 */
    AMOUNT_SCIENTIFIC, /* 1.2E+08: a spreadsheet has shortened it */
    AMOUNT_OR_NONE     /* 无（0） */
} AmountForm;

/* "3,500万" has the words 万 and no unit; "1万2000" the words 万2000, which leave it open what the whole is counted in; "百分之六十" the unit %, "￥300" and "RMB 300" the unit 元. Texts live in the arena of amount_read. */
typedef struct Amount {
    Decimal number; /* with its words: 35000000 */
    Text words; /* from the first 万, 千 … to the end of the number; of Chinese numbers from the last 万 or 亿 */
    Text unit;  /* half width, without blanks and brackets around it; empty where none is written */
    bool sign;  /* the unit is 元 by nothing but the ¥, RMB or 人民币 before the number */
} Amount;

/*
 * Reads digits in all widths (text/decimal.h) and Chinese numbers (text/chinese.h), 1亿2000万 as one number; 共, 合计, 人民币, ¥ and the like may stand before.
 * *out has the first number for AMOUNT_EXACT, AMOUNT_ABOUT, AMOUNT_RANGE and AMOUNT_SCIENTIFIC.
 */
AmountForm
amount_read(Text written, Arena *arena, Amount *out);

#endif
