/* 第2册/共3册, 第一部分（共三部分）, （2/3）: which part of a list a sheet or file says it is. */
#ifndef HUIZONG_LIST_VOLUME_H
#define HUIZONG_LIST_VOLUME_H

#include "base/arena.h"

typedef struct Volume {
    uint64_t no; /* 0 and those beyond `of` are none */
    uint64_t of; /* 0: not said */
} Volume;

/* False where `written` (a title, the name of a sheet or file) says nothing of parts. 上册, 2/3 at the end of a list's name: a part of nobody knows how many. */
bool
volume_read(Text written, Arena *arena, Volume *part);

/* True where a file's name ends as that of one file of several: 设备清单（二）, 设备清单之一, 设备清单（续）, 设备清单续表. */
bool
volume_goes_on(Text stem, Arena *arena);

/* True where a cell begins with the label 册次, as the template's does, or is 分册：; *said: what stands behind it and its colon, folded, or TEXT_NONE. */
bool
volume_labelled(Text written, Arena *arena, Text *said);

/* What is said of parts behind that label: as volume_read, or 2/3, 第2/3册, 共1册, 全一册. False where it is anything else. */
bool
volume_read_said(Text said, Arena *arena, Volume *part);

#endif
