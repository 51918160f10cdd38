/*
 * PostgreSQL's COPY text format, the escaping of every stream between the stages: columns parted by a tab, rows by a
 * line feed, \N absent, \\ \b \f \n \r \t \v escaped. Source: PostgreSQL 15 documentation, COPY, "Text Format".
 */
#ifndef HUIZONG_ROWS_COPYTEXT_H
#define HUIZONG_ROWS_COPYTEXT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

/* Appends one escaped field (TEXT_NONE writes \N); false at the buffer's ceiling. Text with a NUL byte is the
 * caller's bug. */
bool
copytext_field(Buf *out, Text field);

/* The same at `at`, where there is room for twice the field's length and for \\N; gives the end. */
char *
copytext_put(char *at, Text field);

/* One field, unescaped into `arena`; false on an escape that we never write. */
bool
copytext_unescape(Text escaped, Arena *arena, Text *plain);

/* Reads one stream line by line. Memory: one line, at most `line_ceiling`. */
typedef struct CopyReader CopyReader;

CopyReader *
copytext_open(int fd, size_t line_ceiling);

void
copytext_close(CopyReader *reader);

/*
 * The next line, split at tabs and unescaped: *fields (borrowed until the next call; \N is ptr NULL). *raw is the
 * line as it came, without its line feed. False at the end of the stream (err->code ERR_NONE) or on a fault (a line
 * too long, a bad escape, a last line without its line feed: torn).
 * A line whose raw bytes begin with \# is a control line: its first field is handed out as it is written ("\#end").
 * Only *raw tells it from a data line, since a cell may hold the same text, escaped.
 */
bool
copytext_next(CopyReader *reader, Text **fields, size_t *field_count, Text *raw, Err *err);

/* The next `len` bytes as they are, which are no line; borrowed until the next call. False with ERR_NONE where the stream has not so many. */
bool
copytext_bytes(CopyReader *reader, size_t len, Text *bytes, Err *err);

#endif
