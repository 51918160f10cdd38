/* Which character parts the cells of a text table. */
#ifndef HUIZONG_CSV_CSV_DIALECT_H
#define HUIZONG_CSV_CSV_DIALECT_H

#include "base/text.h"

/*
 * Comma, tab, semicolon or full-width comma, in static storage. The first lines vote: a separator scores its most
 * consistent count outside quotes times the lines that have it, so that a title or a head block of few cells, and a
 * comma inside some text, do not outvote the table. Comma where none occurs.
 */
Text
csv_delimiter(Text sample);

/* How it is called in the facts: "comma", "tab", "semicolon", "fullwidth-comma". */
const char *
csv_delimiter_name(Text delimiter);

#endif
