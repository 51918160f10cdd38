/* Addresses of electronic mail. */
#ifndef HUIZONG_TEXT_EMAIL_H
#define HUIZONG_TEXT_EMAIL_H

#include "base/arena.h"

/*
 * Half width, without a label before it ("邮箱："); several parted by ; , 、 / or blanks are joined by "、", and *count says how many. False where one of them is
 * no address: one @, a name before it, a domain of two labels or more behind it. *out in `arena`, also then.
 */
bool
email_clean(Text written, Arena *arena, Text *out, size_t *count);

#endif
