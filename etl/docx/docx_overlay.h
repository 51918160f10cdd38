/* Signs that a field lays one over the other: EQ \o\ac(□,√) is a box with a tick, as 带圈字符 of Word and WPS makes it. */
#ifndef HUIZONG_DOCX_DOCX_OVERLAY_H
#define HUIZONG_DOCX_DOCX_OVERLAY_H

#include "base/arena.h"

/* What a person sees: ☑, ☒, □, or a number in a circle; TEXT_NONE where the instruction says anything else. */
Text
docx_overlay_text(Text code, Arena *arena);

#endif
