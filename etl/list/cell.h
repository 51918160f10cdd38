/* The long way of a cell: schema/convert, and what may stand above it. */
#ifndef HUIZONG_LIST_CELL_H
#define HUIZONG_LIST_CELL_H

#include "list/state.h"

/* An entry on its way. Findings live in list->row. */
typedef struct Entry {
    const Row *row;
    size_t index; /* in list->sheet, where `spanned` */
    bool spanned;
    Text subject; /* its folded natural key, or TEXT_NONE */
    FindingList findings;
    const char *unreadable; /* why extract could not read one of its cells, or NULL */
} Entry;

/* What a cell says, or the cell above which it refers to, then *code tells how. */
Text
cell_meant(List *list, const Entry *entry, size_t i, const char **code);

/* A value where no two rows may have the same: a thing of its own, whatever else the row says or has in common with that above. */
bool
cell_has_own_value(const List *list, const Row *row);

/* A cell's typed value, with its findings in entry->findings. */
TypedCell
cell_convert(List *list, Entry *entry, size_t i);

/* Keeps the cells of a row that was rejected for those below that refer to it. */
void
cell_keep_above(List *list, const Entry *entry);

/* The row as written, but for cells that refer to others above, which say what those do: it may stand alone elsewhere. */
Texts
cell_spell_out(List *list, const Entry *entry);

#endif
