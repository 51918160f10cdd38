/*
 * Which characters the next tier would lose if it reads GBK. A character counts as held where GB 18030 writes it in one or two bytes: that is GBK's
 * own area, and it includes 䶮 (FE9F), which glibc's GBK table lacks.
 */
#ifndef HUIZONG_CHARSET_GBK_H
#define HUIZONG_CHARSET_GBK_H

#include "base/arena.h"
#include "base/err.h"

typedef struct Gbk Gbk;

/* NULL with ERR_CONFIG where this machine has no GB18030 converter. */
Gbk *
gbk_open(Err *err);

/* NULL is allowed. */
void
gbk_close(Gbk *gbk);

/* Whether GBK has this one character. */
bool
gbk_holds(Gbk *gbk, Text character);

/* The characters of `text` that GBK lacks, each once, parted by "、"; TEXT_NONE where it has them all. In `arena`. */
Text
gbk_missing(Gbk *gbk, Text text, Arena *arena);

#endif
