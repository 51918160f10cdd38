/* The columns of a table that no label names, or a text too long to be one: what they are called, and that they are told. */
#ifndef HUIZONG_TABLE_UNLABELLED_H
#define HUIZONG_TABLE_UNLABELLED_H

#include "rows/findinglist.h"
#include "schema/convert.h"
#include "table/header.h"

enum {
    UNLABELLED_MOST = 128,
    UNLABELLED_LABEL = 200
}; /* columns of a table whose cells are kept; characters of a label */

typedef struct Unlabelled {
    const Sheet *sheet;
    const Header *header;
    bool *told; /* by column */
    size_t count;
    bool more; /* one too many was told */
} Unlabelled;

/* For a sheet of `width` columns; borrows all of it. */
Unlabelled
unlabelled_new(const Sheet *sheet, const Header *header, size_t width, Arena *arena);

bool
unlabelled_is(const HeaderColumn *head);

/* What the column of a filled cell is called, in `arena`; TEXT_NONE where there are too many such columns, and its cells are not read. The first cell of each is told. */
Text
unlabelled_name(Unlabelled *unlabelled, const CellInput *input, FindingList *list, Arena *arena);

#endif
