/* What may say in which unit figures are counted, though it is no unit that anyone knows: such a remark is never passed over. */
#ifndef HUIZONG_TEXT_UNITHINT_H
#define HUIZONG_TEXT_UNITHINT_H

#include "base/text.h"

/*
 * True of a magnitude that is written otherwise than as one of text/unit's, alone or before a unit: 10万元, 十万元, ×1000元, ×10^4元, W, w元, M, RMB'000. An amount, 300万元, is none. `name` is in
 * half width and without blanks (unit_name); *behind gets the unit behind the magnitude, empty where there is none, and borrows from it.
 */
bool
unithint_multiplies(Text name, Text *behind);

/* True of those, of a share where figures of `canonical` are none (占比), of a magnitude before one unknown character (万员), and of other names of the yuan where they are money (圆). */
bool
unithint_says(Text name, Text canonical);

#endif
