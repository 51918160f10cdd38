/* The conversions behind schema/convert.h, one for each type of field. Each gets a cell that holds something and fills in its typed value. */
#ifndef HUIZONG_SCHEMA_CONVERSION_H
#define HUIZONG_SCHEMA_CONVERSION_H

#include "schema/convert.h"
#include "text/decimal.h"

typedef struct Conversion {
    const Converter *converter;
    const Field *field;
    const CellInput *input;
    Text clean;     /* fold_clean of the raw text, never empty */
    TypedCell cell; /* state "text" until a conversion says otherwise */
} Conversion;

/* A finding about this cell. */
void
conversion_report(const Conversion *conversion, bool error, const char *code, Text read_as, Text expected);

/* An error about this cell, which is without a value. */
void
conversion_refuse(Conversion *conversion, const char *code, Text read_as, Text expected);

void
conversion_set_number(Conversion *conversion, const Decimal *number);

/* The cell's text; with fold_key of it where the field is matched. */
void
conversion_set_text(Conversion *conversion, Text text);

/* False where the cell is longer than field_longest allows, which is told. */
bool
conversion_fits(Conversion *conversion);

/* Cleaned text, its oddities told: names, persons, units, free text. */
void
conversion_text(Conversion *conversion);

/* Phones, and mobiles where the form asks for one. */
void
conversion_phone(Conversion *conversion);

/* 统一社会信用代码, or a 组织机构代码 in its place. */
void
conversion_uscc(Conversion *conversion);

/* The choice that the schema has another word for, which this is; or NULL. */
const Text *
conversion_said_choice(const Conversion *conversion);

/* One of the field's choices, written, said in another word or ticked; of a list that is open, any text. */
void
conversion_choice(Conversion *conversion);

/* A single box of several, each a field: "是" or "否". */
void
conversion_tick(Conversion *conversion);

/* Text with a limit of words. */
void
conversion_longtext(Conversion *conversion);

void
conversion_email(Conversion *conversion);

/* Integers, decimals and shares in the field's unit, exact; within its bounds, and doubted where they are not plausible. */
void
conversion_number(Conversion *conversion);

/* 序号: a whole number from 1. */
void
conversion_sequence(Conversion *conversion);

/* Dates with a time, as precise as they were written. */
void
conversion_time(Conversion *conversion);

/* Days; years and months where the field is content with them. */
void
conversion_date(Conversion *conversion);

/* A date as coarse as it was written, or from one to another: "2019-05/2020-06". */
void
conversion_period(Conversion *conversion);

void
conversion_year(Conversion *conversion);

#endif
