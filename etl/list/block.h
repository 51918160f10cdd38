/* Lines among the rows of a list after which they are of another: of another platform, or counted in another unit. */
#ifndef HUIZONG_LIST_BLOCK_H
#define HUIZONG_LIST_BLOCK_H

#include "list/state.h"

/* The platform that the list names in its head or in a title of `sheet` above its header, else in the sheet's or the file's name. */
void
block_open(List *list, const Sheet *sheet);

/* True where such a line waits for what follows it. */
static inline bool
block_is_open(const List *list)
{
    return list->line.code != NULL;
}

/*
 * Whether the row at `index` of list->sheet, which is no entry, is such a line; its first words stand in `column`. It is kept until an entry or the header follows; `code` is
 * what else there is to tell of it, or NULL.
 */
bool
block_begins(List *list, size_t index, int column, const char *code);

/* An entry follows the line that was kept, or the header again: sets list->stopped where nothing more is of the list. */
bool
block_follow(List *list, bool header, Err *err);

/* At the end of the list: a line that nothing followed is told as what else it is. */
bool
block_end(List *list, Err *err);

#endif
