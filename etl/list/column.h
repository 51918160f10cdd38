/*
 * A column of a list, and the short way of its cells: what is written in one of the ordinary forms becomes a field of the tuple at once. Everything else is
 * for schema/convert, which the short way must equal in every cell that it takes; tests hold the two against each other.
 */
#ifndef HUIZONG_LIST_COLUMN_H
#define HUIZONG_LIST_COLUMN_H

#include "schema/convert.h"

/* How a value lies in a tuple. */
typedef enum ColumnForm { COLUMN_TEXT, COLUMN_INTEGER, COLUMN_NUMERIC, COLUMN_BOOLEAN } ColumnForm;

typedef enum ColumnWay {
    WAY_LONG, /* every cell is for schema/convert */
    WAY_TEXT,
    WAY_INTEGER,
    WAY_DECIMAL,
    WAY_CHOICE,
    WAY_DATE
} ColumnWay;

typedef struct ListColumn {
    const Field *field;
    Text name;  /* of the server's column: the field's key behind its list's */
    int column; /* in the sheet */
    Text label;
    Text unit;        /* said above the table of such figures, accepted or not; or TEXT_NONE */
    bool unit_needed; /* the label alone would be read otherwise */
    int unit_column;  /* of the sheet, which says the unit row by row; -1: none */
    ColumnForm form;
    ColumnWay way;
    int64_t factor; /* of whole numbers */
    int64_t least;  /* bounds of what the short way takes, in the field's unit */
    int64_t most;
    size_t longest; /* bytes of a text that it takes */
    bool told_dash; /* that a dash may be a 0 */
    Text *said;     /* by the field's words: how it was written where it was told of; TEXT_NONE until then */
} ListColumn;

/* The plan of a column. `arena` lasts for the list, and what the units around the column mean is found out once. */
ListColumn
column_plan(const Field *field, int column, Text label, Text unit, Arena *arena);

/* Room that column_short may need beyond the cell's own length. */
enum { COLUMN_ROOM = 32 };

/*
 * Writes the field's value at *at, which moves behind it; *as_written tells whether it is just what was written. False where the cell is for schema/convert; then nothing
 * is written. `raw` is not empty.
 */
bool
column_short(const ListColumn *column, Text raw, char **at, bool *as_written);

/* True of what may be an ID that lost its last digits, 1.23457E+15, or a person who is none, 200: not for the short way. */
bool
column_needs_look(const ListColumn *column, Text raw);

#endif
