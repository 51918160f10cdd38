/*
 * The 序号 of a table's rows taken together: over quota they decide which rows stand, so one that is missing or stands twice is told while it can be mended. A table without any
 * number, and a cell that is none (told in reading), say nothing.
 */
#ifndef HUIZONG_TABLE_NUMBERING_H
#define HUIZONG_TABLE_NUMBERING_H

#include "rows/findinglist.h"
#include "rows/typedrow.h"
#include "schema/upload.h"

typedef struct NumberedRow NumberedRow;

typedef struct Numbering {
    NumberedRow *rows;
    size_t count;
    size_t room;
    Arena *arena; /* lasts for the table */
} Numbering;

/* A cell of the column 序号, as it was read, and what its row is about. Its texts are copied. */
void
numbering_add(Numbering *numbering, const Field *field, const TypedCell *cell, Text subject);

/* What is wrong with them, row by row; texts live in the table's arena. */
void
numbering_report(const Numbering *numbering, FindingList *findings);

#endif
