/* The tuples of the rows that are taken. */
#ifndef HUIZONG_LIST_TUPLE_H
#define HUIZONG_LIST_TUPLE_H

#include "base/digest.h"
#include "list/cell.h"

/* Writes an entry's tuple behind those that wait and returns the place behind it; it waits only once it is accepted. `key`: of entry->subject, where there is one. */
char *
tuple_write(List *list, Entry *entry, Digest key);

/* The tuple that was written last waits now, and is sent where a block is full. */
bool
tuple_accept(List *list, char *end, Err *err);

/* Sends the tuples that wait. */
bool
tuple_flush(List *list, Err *err);

#endif
