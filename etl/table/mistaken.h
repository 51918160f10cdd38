/* Tables that have the columns of a kind and are none of it: winners of years before, what was withdrawn. The kind says what such are called (x:other-words) and what only they have (x:other-columns). */
#ifndef HUIZONG_TABLE_MISTAKEN_H
#define HUIZONG_TABLE_MISTAKEN_H

#include "rows/finding.h"
#include "table/header.h"

/*
 * True where the table below that header says by its columns, or by a title above it, else by its sheet's name, else by its file's (`stem`), that it is another. *finding tells where. Its code
 * is table_of_other_kind where the header lacks columns that the kind requires: it is none. Of a whole header its columns say nothing, and its name a doubt: table_named_otherwise.
 * Lives in `arena`.
 */
bool
mistaken_find(const Sheet *sheet, const Header *header, Text stem, Arena *arena, Finding *finding);

#endif
