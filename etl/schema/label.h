/* A label as a person wrote it above a column, and how well it names a field. */
#ifndef HUIZONG_SCHEMA_LABEL_H
#define HUIZONG_SCHEMA_LABEL_H

#include "schema/upload.h"

/* Ordered by trust; the sum over a header's columns is the header's score. */
typedef enum LabelMatch {
    LABEL_NONE = 0,
    LABEL_CONTAINS = 1, /* an alias stands inside and the rest names no other thing: 平台名称全称, 联系人及职务 */
    LABEL_ENDS_WITH = 2, /* an alias stands at the end, where Chinese puts the thing itself: 联系人手机 is a 手机 */
    LABEL_BARE = 4,      /* equal without notes in brackets: 联系方式（请填手机） */
    LABEL_EXACT = 5
} LabelMatch;

enum { LABEL_SET_WORDS = 4 };

/* Both forms are folded (text/fold) and live in the arena they were made in. */
typedef struct Label {
    Text whole;
    Text bare; /* without bracketed notes, stars and colons */
    uint64_t characters
        [LABEL_SET_WORDS]; /* a set of those in either: an alias that begins with none of them does not match */
} Label;

/* Text longer than any label (40 characters) gives an empty one, which matches nothing. */
Label
label_new(Text written, Arena *arena);

/* The surest match; *alias gets the place of the first alias that gives it (a field's aliases stand in the order of their trust). */
LabelMatch
label_match(const Label *label, const Field *field, size_t *alias);

/* What stands in the next brackets of a label from byte *at on, which is moved behind them: "亿元" of 投资金额（亿元）; TEXT_NONE where there are none. Borrows
 * from `written`. */
Text
label_note(Text written, size_t *at);

#endif
