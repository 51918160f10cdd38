/*
 * The codes of GB18030 and CP936: those of two bytes by a table filled from iconv, for the decoder's innermost loop, the
 * others through iconv.
 */
#ifndef HUIZONG_CHARSET_GBCODES_H
#define HUIZONG_CHARSET_GBCODES_H

#include <iconv.h>

#include "base/err.h"
#include "charset/utf8.h"

enum { GB_LEAD_FIRST = 0x81, GB_LEAD_LAST = 0xFE, GB_TRAIL_FIRST = 0x40, GB_TRAIL_LAST = 0xFE };

/* The rows and columns of GB 2312, which nearly all of a text is of. */
enum { GB_WHOLE_FIRST = 0xA1, GB_WHOLE_LAST = 0xFE };

typedef struct Utf8 {
    unsigned char len; /* 0: no such character */
    char bytes[UTF8_LONGEST];
} Utf8;

/* A two-byte code's character, in a word. */
typedef struct GbPair {
    char bytes[UTF8_LONGEST - 1];
    unsigned char len; /* 0: not filled, it is none, or it is one of the few that take four bytes */
} GbPair;

typedef struct GbCodes {
    iconv_t converter;
    bool four;               /* has codes of four bytes: GB18030 */
    Utf8 euro;               /* of the byte 80, which only CP936 has */
    bool asked_whole, whole; /* gbcodes_whole was asked, and what it said */
    bool filled[256];
    GbPair pairs[256]
                [256]; /* by trail and lead byte; those of a lead byte are filled when gbcodes_step first meets it */
} GbCodes;

/* NULL with *err where the machine has no converter from `name`. */
GbCodes *
gbcodes_open(const char *name, bool four, Err *err);

/* NULL is allowed. */
void
gbcodes_close(GbCodes *codes);

/* Of the two bytes at the front, which are one load where the first byte is the lower one. */
static inline const GbPair *
gbcodes_pair(const GbCodes *codes, const unsigned char *bytes)
{
    return &codes->pairs[0][0] + (bytes[1] << 8 | bytes[0]);
}

/* The character at the front: its bytes (0 not whole yet, -1 none), and in *out what it is in UTF-8. */
int
gbcodes_step(GbCodes *codes, const unsigned char *bytes, size_t left, Utf8 *out);

/* True where all pairs of A1 to FE are characters: of GB18030, not of CP936. */
bool
gbcodes_whole(GbCodes *codes);

#endif
