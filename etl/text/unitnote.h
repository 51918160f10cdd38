/* What a line about units says: 单位：万元, （金额单位：人民币元）, 币种：人民币 单位：元, …清单（单位：台/套、万元）. */
#ifndef HUIZONG_TEXT_UNITNOTE_H
#define HUIZONG_TEXT_UNITNOTE_H

#include "base/arena.h"

enum { UNITNOTE_MOST = 4 };

/* Units, known to text/unit or not, in half width without blanks and without 人民币. */
typedef struct UnitNote {
    Text names[UNITNOTE_MOST];
    size_t count;
    bool alone; /* the text begins with them: it says nothing else */
} UnitNote;

/* What may be a unit behind 单位, 金额 or 币种 anywhere in a text, or money between 以 and 为单位; 填报单位：福州市工信局 says nothing. In `arena`. */
UnitNote
unitnote_read(Text written, Arena *arena);

/* Money in the brackets that a title or a heading ends with: 5.1 盈利和融资能力（元）. In `arena`. */
UnitNote
unitnote_titled(Text written, Arena *arena);

/* Money in the name of a sheet: 财务数据(元), 收入-万元, 单位：元. In `arena`. */
UnitNote
unitnote_named(Text name, Arena *arena);

/* True of 单位, 金额单位： …, a cell before the one that names a unit. */
bool
unitnote_is_word(Text written, Arena *arena);

/* A cell that is nothing but a unit: 万元, （元）, 人民币元. TEXT_NONE where it is not; in `arena`. */
Text
unitnote_alone(Text written, Arena *arena);

/* Adds what a line farther away says of other figures. */
void
unitnote_add(UnitNote *note, const UnitNote *farther);

/*
 * What figures of `canonical` are counted in by the note: its unit for them, or several joined by 、 where they are not the same, which no schema accepts; TEXT_NONE where it says
 * nothing of them.
 */
Text
unitnote_for(const UnitNote *note, Text canonical, Arena *arena);

#endif
