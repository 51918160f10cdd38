/* Whether a row of a list is an entry. */
#ifndef HUIZONG_LIST_ROLE_H
#define HUIZONG_LIST_ROLE_H

#include "list/state.h"

typedef enum Role {
    ROLE_TAKEN,
    ROLE_NONE,   /* blank, a total, a note, a signature */
    ROLE_HEADER, /* the header again */
    ROLE_SKIPPED /* something that its writer should know was not taken: *code says what */
} Role;

/* True where the row is surely an entry, told by a look at the beginnings of its cells; the others must be asked for their role. */
bool
role_is_ordinary(const List *list, const Row *row);

/* What the row at `index` of list->sheet is. Uses list->row. */
Role
role_of(List *list, size_t index, const char **code);

/* The sheet's column of the row's first figure, or -1. */
int
role_figure(const List *list, const Row *row);

#endif
