/* What stands above a table about the units of its figures, and which columns and rows name units. */
#ifndef HUIZONG_TABLE_UNITS_H
#define HUIZONG_TABLE_UNITS_H

#include "table/header.h"
#include "text/unitnote.h"

/*
 * The units of lines like 单位：人民币万元, （单位：台/套、万元) or …清单（单位：元） in the rows before index `first`, where a header begins, and in those up to its last that hold one
 * cell alone; of two lines about the same figures the nearer counts. In `arena`.
 */
UnitNote
units_above(const Sheet *sheet, size_t first, size_t last, Arena *arena);

/* True where a column's label says that its cells name units. */
bool
units_is_label(Text label, Arena *arena);

/* By the header's columns: the sheet's column whose cells name the unit of the figures below, or -1. A column 单位 speaks of the figure nearest to its left, else of the nearest to its
 * right. In `arena`. */
int *
units_columns(const Header *header, Arena *arena);

/* By what a figure of a field with a unit is multiplied, where its column bears that label and `unit` is said above or beside; TEXT_NONE where that unit is not accepted. */
Text
units_factor(const Field *field, Text label, Text unit, Arena *arena);

/* True where a column's label says itself what its figures are counted in. */
bool
units_labelled(const Field *field, Text label, Arena *arena);

/* What a row says of units. In `arena`. */
UnitNote
units_in_row(const Sheet *sheet, size_t index, Arena *arena);

/* True where a row below a table says that figures of the kind are counted in another unit than the fields' own: it comes too late to be read. */
bool
units_are_said_below(const Sheet *sheet, size_t index, const UploadKind *kind, Arena *arena);

/* True for a row of nothing but units, as it may stand below the labels. */
bool
units_is_row(const Sheet *sheet, size_t index, Arena *arena);

#endif
