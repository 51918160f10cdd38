/* A list being read, as the modules of this room share it. */
#ifndef HUIZONG_LIST_STATE_H
#define HUIZONG_LIST_STATE_H

#include "list/column.h"
#include "list/list.h"
#include "list/unique.h"
#include "list/volume.h"
#include "rows/told.h"
#include "table/headblock.h"

/* Tuples that wait to be sent. */
typedef struct Tuples {
    char *bytes;
    size_t len; /* of whole tuples */
    size_t room;
    uint64_t rows;
} Tuples;

/* A column that the definition does not know. */
typedef struct ExtraColumn {
    int column;
    Text label;
    Text name; /* x:label, which is no server's column */
    bool labelled;
} ExtraColumn;

/* What cells that refer to the row above find there: the fields of the last tuple, or the cells of a row that was rejected. */
typedef struct Above {
    size_t *fields; /* by list column: where its field begins in the tuple; 0: nowhere */
    size_t *next;   /* the same, of the row being written */
    size_t tuple;   /* where that begins in tuples.bytes; SIZE_MAX: it lies in `sent` */
    Buf sent;       /* the last tuple of a block that is gone */
    Text *rejected; /* by list column; NULL: the row above was taken */
    Arena *arena;   /* of `rejected` */
} Above;

/* What is seen of long identifiers that are all digits. */
typedef struct Rounded {
    bool exact;      /* one has other digits than zeros where a spreadsheet keeps none */
    uint64_t zeros;  /* there, of all of them */
    uint64_t row_no; /* of the first */
    Text raw;
} Rounded;

struct List {
    ListSetting setting;
    const Sheet *sheet; /* held whole; or `window` */
    Sheet window;       /* the header's rows and the row being looked at */
    Header header;      /* its rows counted in `sheet` */
    HeadBlock head;
    bool whole;
    bool *spanned; /* of a sheet held whole, by row: merged ranges touch it */
    ListColumn *columns;
    size_t column_count;
    size_t *matched; /* the list columns of the natural key */
    size_t matched_count;
    size_t sequence;    /* the list column that numbers the rows; column_count: none */
    size_t unique;      /* the list column that must not repeat; column_count: none */
    bool unique_is_key; /* and is all of the natural key */
    ExtraColumn *extras;
    size_t extra_count;
    char *known; /* by column of the sheet: K a field, E an extra column, else \0 */
    size_t known_width;
    bool known_gaps;   /* columns before that width are neither */
    bool *told_merged; /* by list column */
    bool *told_hidden; /* by column of the sheet */
    bool after_end;    /* the last row that was no entry ended the table */
    bool after_sum;    /* and that was a total */
    bool stopped;      /* another table begins: what follows is not of this list */
    Text platform;     /* that the list names, as written or folded; or TEXT_NONE */
    Finding line;      /* that the rows below are of another list, to be told where there are some; code NULL: none */
    bool line_heads_rows;   /* and rows without a header of their own as well */
    const char *line_alone; /* the code by which that line is told where nothing follows it */
    Rounded rounded;
    bool supplement;   /* rows that came back, corrected, with 原行号 and 退回原因 */
    uint64_t last_row; /* the last entry's */
    uint64_t loaded;
    uint64_t rejected;
    const char *refused;
    Tuples tuples;
    Above above;
    Unique *values;
    Told *told;
    Text *raw_pairs; /* of the row being written */
    size_t raw_count;
    Text *extra_cells;
    Buf fold;            /* the folded key of the row */
    size_t plain_column; /* the list column whose cell of the row is known to be plain text; column_count: none */
    Arena *row;          /* emptied row by row, where it was used */
    Arena *arena;
};

/* The cell of a row; TEXT_NONE beyond its end. */
static inline Text
state_cell(const Row *row, int column)
{
    return column >= 0 && (size_t)column < row->cell_count ? row->cells[column] : TEXT_NONE;
}

/* Entries so far, loaded or rejected. */
static inline uint64_t
state_read_count(const List *list)
{
    return list->loaded + list->rejected;
}

#endif
