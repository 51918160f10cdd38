/*
 * Texts in the code pages of old Windows and Macintosh programs, by the numbers that those give them, to UTF-8. Strict:
 * what has no character stops it, and a NUL is no character. 936 and Unicode are charset/decoder.h's.
 */
#ifndef HUIZONG_CHARSET_CODEPAGE_H
#define HUIZONG_CHARSET_CODEPAGE_H

#include "base/arena.h"
#include "base/buf.h"

enum { CODEPAGE_LATIN = 1252, CODEPAGE_NAME = 24, CODEPAGE_COUNT = 36 };

typedef struct CodePage CodePage;

/* How the code page is called ("CP1251", "MACINTOSH"), in `name`; false where it is none of those that are read. */
bool
codepage_name(int number, char name[CODEPAGE_NAME]);

/* By what name iconv has the one at `index`, below CODEPAGE_COUNT, of all that are read. */
void
codepage_listed(size_t index, char name[CODEPAGE_NAME]);

/* NULL where it is none of those, or where this machine has no converter for it. */
CodePage *
codepage_open(int number);

/* NULL is allowed. */
void
codepage_close(CodePage *page);

/* Appends to `out`; false where a byte has no character or `out` has no room. */
bool
codepage_text(CodePage *page, Text bytes, Buf *out);

/*
 * True where two neighbouring bytes stand where GB 2312 has its characters: many Chinese programs wrote such bytes and
 * called them 1252.
 */
bool
codepage_may_be_chinese(Text bytes);

#endif
