/* Another table in the sheet of a table or form: what stands there would be lost, or read as what it is not. */
#ifndef HUIZONG_TABLE_OTHERTABLE_H
#define HUIZONG_TABLE_OTHERTABLE_H

#include "rows/finding.h"
#include "table/header.h"
#include "table/labelindex.h"

/* What is known of all the tables there may be. */
typedef struct OtherTables {
    const UploadSet *set;
    const LabelIndex *labels;
} OtherTables;

/* Lives in `arena`; borrows from `set`. */
OtherTables
othertables_new(const UploadSet *set, Arena *arena);

/*
 * True where a row below the header of a list, and not that header again, is the header of another table (labels, of which one is none of this list's in its column; nothing that
 * counts entries stands there), or holds nothing but the title of another list.
 */
bool
othertables_begin(const OtherTables *others, const Header *header, const Row *row, Arena *arena);

/* False where othertables_begin is surely false for a row of a list without numbers whose first cell this is. */
bool
othertables_may_begin(const OtherTables *others, Text first);

/* table_above_unread, where a table with entries stands above the header; its texts live in `arena`. */
bool
othertables_above(const OtherTables *others, const Sheet *sheet, const Header *header, Arena *arena, Finding *finding);

/* table_beside_unread, where the header goes on with that of another table, or with its own again, and something stands below. */
bool
othertables_beside(const OtherTables *others, const Sheet *sheet, const Header *header, Arena *arena, Finding *finding);

/* list_in_form, where a list with entries stands in a form's sheet at or below index *from, which is moved behind its header. */
bool
othertables_in_form(const OtherTables *others, const Sheet *sheet, size_t *from, Arena *arena, Finding *finding);

#endif
