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

/* A set of characters, which may seem to have some that it has not. */
typedef struct LabelSet {
    uint64_t words[LABEL_SET_WORDS];
} LabelSet;

/* Both forms are folded (text/fold) and live in the arena they were made in. */
typedef struct Label {
    Text whole;
    Text bare;           /* without bracketed notes, stars and colons */
    LabelSet characters; /* those in either: an alias that begins with none of them does not match */
} Label;

/* Text longer than any label (40 characters) gives an empty one, which matches nothing. */
Label
label_new(Text written, Arena *arena);

/* What the field's aliases begin with. */
LabelSet
label_begins(const Field *field);

/* False where label_match surely gives LABEL_NONE, told by what the field's aliases begin with. */
static inline bool
label_may_match(const Label *label, const LabelSet *begins)
{
    uint64_t common = 0;
    for (size_t i = 0; i < LABEL_SET_WORDS; i++)
        common |= label->characters.words[i] & begins->words[i];
    return common != 0;
}

/* The surest match; *alias gets the place of the first alias that gives it (a field's aliases stand in the order of their trust). */
LabelMatch
label_match(const Label *label, const Field *field, size_t *alias);

/* How far a match is to be trusted: a label that says a field's name whole is as sure with a note in brackets (LABEL_BARE) as without. */
static inline LabelMatch
label_trust(LabelMatch match)
{
    return match > LABEL_BARE ? LABEL_BARE : match;
}

/* What stands in the next brackets of a label from byte *at on, which is moved behind them: "亿元" of 投资金额（亿元）; TEXT_NONE where there are none. Borrows
 * from `written`. */
Text
label_note(Text written, size_t *at);

#endif
