/*
 * From a cell as written to a typed value. What is wrong or doubtful becomes a finding; nothing is guessed and nothing is lost: the raw text stays beside
 * the value, with the evidence for its unit.
 */
#ifndef HUIZONG_SCHEMA_CONVERT_H
#define HUIZONG_SCHEMA_CONVERT_H

#include "charset/gbk.h"
#include "rows/findinglist.h"
#include "rows/typedrow.h"
#include "schema/upload.h"

/* What the conversions of one row share. Results and findings live in `arena`. */
typedef struct Converter {
    Gbk *gbk;
    Arena *arena;
    FindingList *findings;
    Text subject; /* the row's natural key, or TEXT_NONE */
} Converter;

typedef struct CellInput {
    Place place;
    Text raw;     /* ptr NULL: absent */
    Text marks;   /* of its row, or of the cell alone (rows/rawrow.h) */
    Text label;   /* as written in the header: its note may name a unit */
    Text unit;    /* what is said of units above the table (单位：万元), or TEXT_NONE */
    Text beside;  /* what a cell 单位 beside it says, or TEXT_NONE */
    Text named;   /* what the sheet's name says of units, or TEXT_NONE */
    bool printed; /* a cell 单位 that names the field's own unit is the form's, and not its writer's */
} CellInput;

/* The typed cell for a known field; `item` is left 0. A blank required cell of the table is a finding, a blank one of the head block is the caller's matter. */
TypedCell
convert_cell(const Converter *converter, const Field *field, const CellInput *input);

/* The typed cell of a column that the definition does not know: field "x:<label>", text cleaned. */
TypedCell
convert_extra(const Converter *converter, Text label, const CellInput *input);

#endif
