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
    Text unit;   /* as written, in half width */
    Text factor; /* decimal text, of an accepted one */
    Text source; /* cell, head, label or assumed */
} UnitChoice;

/* Of a field with a unit: behind the number, else in the label or beside the figure, which must not differ, else above the table, else as the form prints it or the cycle assumes it. */
UnitChoice
conversion_unit(const Conversion *conversion, const Amount *amount);

/* The number times a factor, exact; false where it grows too long. */
bool
conversion_apply(const Decimal *number, Text factor, Decimal *out);

/* The field's unit without its magnitude (元 of 万元), and its factor; TEXT_NONE where it has none or the schema does not accept it. */
Text
conversion_base_unit(const Conversion *conversion, Text *factor);

#endif
