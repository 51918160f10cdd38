/* Which character parts the cells of a text table. */
#ifndef HUIZONG_CSV_CSV_DIALECT_H
#define HUIZONG_CSV_CSV_DIALECT_H

#include "base/arena.h"

/*
 * Comma, tab, semicolon, full-width comma or bar, in static storage. The first lines vote: a separator scores its most
 * consistent count outside quotes times the lines that have it, so that a title or a head block of few cells, and a
 * comma inside some text, do not outvote the table. A comma between two digits has no vote where anything else has one:
 * it may stand inside a number. Comma where none occurs.
 */
Text
csv_delimiter(Text sample);

/*
 * The bytes of a first line "sep=;", by which Excel and others are told the separator; 0 where there is none. The
 * separator is one character, and lives in `arena`.
 */
size_t
csv_sep_line(Text sample, Text *delimiter, Arena *arena);

/* How it is called in the facts: "comma", "tab", "semicolon", "fullwidth-comma", "bar"; another is its own name. */
Text
csv_delimiter_name(Text delimiter);

#endif
