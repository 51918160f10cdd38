/*
 * From UTF-8 to GB18030. Exact: nothing is replaced or skipped. A few private-use characters (U+E78D to U+E864) have no
 * code there, since the standard has given theirs to other characters.
 */
#ifndef HUIZONG_CHARSET_ENCODER_H
#define HUIZONG_CHARSET_ENCODER_H

#include "base/buf.h"
#include "base/err.h"

/* What encoder_text appends at most for each byte of text. */
enum { ENCODER_GROWTH = 2 };

typedef struct Encoder Encoder;

/* NULL with ERR_CONFIG where this machine has no converter. */
Encoder *
encoder_open(Err *err);

/* NULL is allowed. */
void
encoder_close(Encoder *encoder);

/*
 * Appends whole characters of UTF-8. False where one has no code, *bad being its offset in `text`; what stood before it
 * was appended. `out` must have room for ENCODER_GROWTH times the text below its ceiling.
 */
bool
encoder_text(Encoder *encoder, Text text, Buf *out, size_t *bad);

/* In how many bytes a character is written; SIZE_MAX where it has no code. */
size_t
encoder_character(Encoder *encoder, Text character);

#endif
