/* Names of platforms in lines of text, as titles and headings have them. */
#ifndef HUIZONG_LIST_PLATFORM_H
#define HUIZONG_LIST_PLATFORM_H

#include "schema/upload.h"

/* The platform that a title or heading of a list of the kind names, folded: 闽都云平台 of 二、闽都云平台 and 工业设备清单（闽都云平台）; TEXT_NONE where it names none. */
Text
platform_named(Text line, const UploadKind *kind, Arena *arena);

/* True where both names are of one platform, 榕城工联 and 榕城工联工业互联网平台; a `loose` one may have less or more before and behind. Both are folded. */
bool
platform_is_same(Text left, Text right, bool loose);

#endif
