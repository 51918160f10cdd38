/* What the figures of a table are counted in, besides what their cells and labels say. */
#ifndef HUIZONG_TABLE_TABLEUNITS_H
#define HUIZONG_TABLE_TABLEUNITS_H

#include "table/units.h"

typedef struct TableUnits {
    const Sheet *sheet;
    const Header *header;
    UnitNote above;
    UnitNote named;     /* by the sheet's name */
    const int *columns; /* units_columns */
} TableUnits;

/* In `arena`. */
TableUnits
tableunits_new(const Sheet *sheet, const Header *header, Arena *arena);

/* What is said above the table of a column's figures; TEXT_NONE where nothing is. */
Text
tableunits_above(const TableUnits *units, const HeaderColumn *head, Arena *arena);

/* The same of the sheet's name. */
Text
tableunits_named(const TableUnits *units, const HeaderColumn *head, Arena *arena);

/* What the column 单位 says of the figure in a row, its own or merged from above; TEXT_NONE where it says nothing. */
Text
tableunits_beside(const TableUnits *units, const HeaderColumn *head, size_t index, Arena *arena);

/* True of a column 单位 whose cells are read as the units of figures. */
bool
tableunits_names_units(const TableUnits *units, int column);

#endif
