/*
 * Copies of other people's sheets in a Workbook, every cell where it was, and marks on those of which something is said: a ground that tells how bad it is, and a
 * comment. The cells are texts as they were read.
 */
#ifndef HUIZONG_OUT_ANNOTATED_H
#define HUIZONG_OUT_ANNOTATED_H

#include "base/arena.h"
#include "out/workbook.h"

enum { ANNOTATED_LINK_MAX = 60000 }; /* beyond, a link is only its text: Excel takes 65,530 a sheet */

typedef enum AnnotatedGround { ANNOTATED_PLAIN, ANNOTATED_WARNING, ANNOTATED_ERROR, ANNOTATED_GOOD } AnnotatedGround;

/* A name that a sheet may have, with its number, so that no two are equal: "2 汇总表"; in `arena`. */
Text
annotated_name(size_t number, Text sheet, Arena *arena);

bool
annotated_begin(Workbook *book, Text name, Err *err);

/* Before the rows: those that are not written are hidden. */
void
annotated_gaps(Workbook *book);

/* Rows and columns are 0-based; an absent cell has ptr NULL. */
bool
annotated_row(Workbook *book, size_t row, const Text *cells, size_t count, Err *err);

/* Once a cell, after all rows: `text` is what the cell holds. */
bool
annotated_mark(Workbook *book, size_t row, size_t column, Text text, AnnotatedGround ground, Text comment, Err *err);

/* After the rows: as wide as what stands in the columns, within reason. */
bool
annotated_widths(Workbook *book, const int *widths, size_t count, Err *err);

/* Makes a cell of the last row of a ledger a link to a cell of another sheet of the book; without a `sheet` it only gets the ground. */
bool
annotated_link(Workbook *book, size_t column, Text text, AnnotatedGround ground, Text sheet, Text cell, Err *err);

#endif
