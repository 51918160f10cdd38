/*
 * An attached list on its way from raw rows to typed ones (rows/typedlist.h), row by row: what is no entry is passed over, what cannot be taken is rejected with its findings, the rest
 * becomes tuples.
 */
#ifndef HUIZONG_LIST_LIST_H
#define HUIZONG_LIST_LIST_H

#include "charset/gbk.h"
#include "list/spill.h"
#include "rows/finding.h"
#include "rows/typedlist.h"
#include "table/header.h"
#include "table/othertable.h"

/* What all lists of a file share. */
typedef struct ListSetting {
    TypedWriter *rows;
    FindingWriter *findings;
    Gbk *gbk;
    Text stem;                 /* the file's name without folder and suffix */
    int64_t most_bad;          /* per cent of the rows; beyond, the file is refused */
    size_t memory;             /* for the values that must be unique */
    SpillFiles *spill;         /* for those that do not fit there */
    const OtherTables *others; /* that may follow in the same sheet; NULL: not looked for */
    uint64_t most_alike;       /* findings of one code and field */
    bool long_way;             /* every cell by schema/convert: for tests, and no other in its results */
} ListSetting;

typedef struct List List;

/*
 * Begins the list whose header was found in `sheet`, with its title and head block. `whole`: the sheet is held to its end, with its merged ranges, and must outlive
 * the list; else only its first rows are, and it is not needed afterwards. NULL with *err on a fault.
 */
List *
list_open(const ListSetting *setting, const Sheet *sheet, const Header *header, bool whole, Err *err);

void
list_free(List *list);

/* The rows of `sheet` (that of list_open) below the header. */
bool
list_take_held(List *list, const Sheet *sheet, Err *err);

/* The next row of a list whose sheet is not held whole. */
bool
list_take(List *list, const Row *row, Err *err);

/* A merged range behind the rows of such a list. */
bool
list_take_merge(List *list, const CellRange *merge, Err *err);

/* Hidden columns of such a list; false where it is no range of columns. */
bool
list_take_hidden_columns(List *list, Text range);

/* Its entries so far, those that were rejected among them. */
uint64_t
list_read_count(const List *list);

/* Ends it and judges it as a whole; *refused is the code for which the file is refused, or NULL. */
bool
list_end(List *list, const char **refused, Err *err);

#endif
