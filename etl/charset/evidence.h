/*
 * What the front of a file tells of its encoding where it has no byte order mark: that it is UTF-16, or that it is in
 * an encoding that is not read. Strong evidence only: a file of GB18030 must never be taken for another.
 */
#ifndef HUIZONG_CHARSET_EVIDENCE_H
#define HUIZONG_CHARSET_EVIDENCE_H

#include "base/text.h"
#include "charset/decoder.h"

/*
 * True where `front`, in one of the two byte orders, is nothing but ASCII, Chinese and their punctuation, with a line
 * end and a fair share of ASCII: read in the other order, a line end is no character of these.
 */
bool
evidence_utf16(Text front, Encoding *encoding);

typedef struct Foreign {
    const char *name;    /* "Big5", "Shift_JIS", "Windows-1252" */
    const char *refusal; /* encoding_big5, encoding_shift_jis, encoding_western */
    size_t offset;       /* of the label that stands first, or of the first letter */
} Foreign;

/*
 * True where `front` holds two different labels that tables in Big5 or in Shift_JIS have. Most of these bytes fit
 * GB18030, but none as words: 序號 in Big5 reads as a Cyrillic letter and 腹, 企業 as an unassigned code and 穨. Or
 * where nearly each byte beyond ASCII stands alone, as the accented letters of Western Europe do: "für" would read as a rare
 * character between letters, and no Chinese text does without any character of GB 2312, whose bytes are both beyond
 * ASCII.
 */
bool
evidence_foreign(Text front, Foreign *foreign);

#endif
