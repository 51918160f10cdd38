/* 第2册/共3册, 第一部分（共三部分）, （2/3）: which part of a list a sheet or file says it is. */
#ifndef HUIZONG_LIST_VOLUME_H
#define HUIZONG_LIST_VOLUME_H

#include "base/arena.h"

typedef struct Volume {
    uint64_t no;
    uint64_t of; /* 0: not said */
} Volume;

/* False where `written` (a title, the name of a sheet or file) says nothing of parts. */
bool
volume_read(Text written, Arena *arena, Volume *part);

#endif
