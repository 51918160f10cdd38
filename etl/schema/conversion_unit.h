/* What a figure is counted in, where that stands, and what turns it into the field's own unit. */
#ifndef HUIZONG_SCHEMA_CONVERSION_UNIT_H
#define HUIZONG_SCHEMA_CONVERSION_UNIT_H

#include "schema/conversion.h"
#include "text/amount.h"

typedef enum UnitVerdict {
    UNIT_ACCEPTED,
    UNIT_OTHER,   /* a unit, but not of what the field measures */
    UNIT_UNKNOWN, /* no unit that this program or the schema knows */
    UNIT_CONFLICT /* two units of different size are said around the figure */
} UnitVerdict;

typedef struct UnitChoice {
    UnitVerdict verdict;
    Text unit;      /* as written, in half width */
    Text factor;    /* decimal text, of an accepted one */
    Text source;    /* cell, head, label or assumed */
    Text rivals[2]; /* the two units of a conflict that the schema accepts both, and their factors */
    Text rival_factors[2];
} UnitChoice;

/*
 * Of a field with a unit: behind the number, else in the label or beside the figure, else above the table, else as the form prints it or the cycle assumes it. What stands beside a figure
 * must say what the number and the label say, and what stands above the table what the label says; but a number may bear another unit than its label, and than the one that a form prints.
 */
UnitChoice
conversion_unit(const Conversion *conversion, const Amount *amount);

/* The number times a factor, exact; false where it grows too long. */
bool
conversion_apply(const Decimal *number, Text factor, Decimal *out);

/* The field's unit without its magnitude (元 of 万元), and its factor; TEXT_NONE where it has none or the schema does not accept it. */
Text
conversion_base_unit(const Conversion *conversion, Text *factor);

#endif
