/*
 * The lists of an upload: tuples go to the server unread, each list into a table of its own that joins the others when the upload
 * is whole. What the server counted must be what the stream says.
 */
#ifndef HUIZONG_OFFICE_LOAD_LIST_H
#define HUIZONG_OFFICE_LOAD_LIST_H

#include "office/load_rejects.h"
#include "rows/typedrow.h"

/* The table of the upload that a list stands in. */
typedef struct ListPlace {
    uint64_t table_no;
    Text kind;
    Text sheet;
} ListPlace;

typedef struct LoadedList LoadedList;

typedef struct LoadLists {
    Db *db;
    Text arrival;
    Arena *arena; /* of the lists, until the end */
    LoadRejects rejects;
    Buf scratch;   /* an array in text */
    Buf takebacks; /* the open list's, parted by commas */
    LoadedList *first;
    LoadedList *last; /* the open one, in reading */
    bool open;        /* its COPY is */
    bool rebuild;     /* only rows that were pruned are taken, into the lists that had them */
} LoadLists;

/* `arrival` and `arena` are borrowed. */
void
load_lists_init(LoadLists *lists, Db *db, Text arrival, Arena *arena);

/* Fails a COPY that is still open, so that the connection can roll back; frees. */
void
load_lists_free(LoadLists *lists);

/* An item of a list (TYPED_LIST and all that follow it to TYPED_LIST_END). No other COPY may be open. */
bool
load_lists_take(LoadLists *lists, const TypedItem *item, const ListPlace *place, Err *err);

/* The upload is complete: rejected rows, then every list becomes visible. Shortly before the commit, since uploads with lists of the same kind wait for each other from here on. */
bool
load_lists_finish(LoadLists *lists, Err *err);

/* Instead, in a rebuild: every list has its rows again, the same ones. */
bool
load_lists_rebuilt(LoadLists *lists, uint64_t *count, Err *err);

/* The upload is refused, and its rows are rolled back: only the rejected rows are kept. */
bool
load_lists_refuse(LoadLists *lists, Err *err);

#endif
