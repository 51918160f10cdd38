/* A borrowed run of UTF-8 bytes: pointer and length, not terminated. Whoever hands one out says how long it lives. */
#ifndef HUIZONG_BASE_TEXT_H
#define HUIZONG_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Text {
    const char *ptr;
    size_t len;
} Text;

#define TEXT(literal) ((Text){(literal), sizeof(literal) - 1})
#define TEXT_NONE ((Text){NULL, 0})
/* For printf: printf("%" TEXT_FMT, TEXT_ARG(text)). */
#define TEXT_FMT ".*s"
#define TEXT_ARG(text) (int)(text).len, text_shown(text)

/* Its bytes, where it has some, and "" where it has none. */
static inline const char *
text_shown(Text text)
{
    return text.ptr != NULL ? text.ptr : "";
}

/* A Text over a terminated string, which it borrows; NULL gives TEXT_NONE. */
Text
text_of(const char *string);

/* True where both hold the same bytes. */
bool
text_equal(Text left, Text right);

/* Byte order, the same as PostgreSQL's COLLATE "C": <0, 0, >0. */
int
text_compare(Text left, Text right);

bool
text_starts_with(Text text, Text prefix);

bool
text_ends_with(Text text, Text suffix);

/* The offset of the first `part` at or after `from`, or SIZE_MAX where there is none. */
size_t
text_find(Text text, Text part, size_t from);

/* Without ASCII blanks, tabs and line ends at both ends; borrows from `text`. */
Text
text_trim(Text text);

/* The part from `from` of at most `len` bytes, cut to what there is; borrows from `text`. */
Text
text_sub(Text text, size_t from, size_t len);

/* Decimal ASCII digits and nothing else, within 64 bits. */
bool
text_read_count(Text text, uint64_t *count);

/* The largest length up to `len` that does not cut a UTF-8 character of `text` in two. */
size_t
text_cut(Text text, size_t len);

/*
 * The bytes of the character at `at` where it moves a terminal, ends a line or turns it around, else 0: ASCII and C1 controls, line and paragraph separators, the
 * marks of bidirectional text.
 */
size_t
text_control(Text text, size_t at);

#endif
