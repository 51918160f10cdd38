/* What a number format says beside the number that it shows: 0.00"元", [$$-409]0, 0.0,"万". Source: ECMA-376 part 1, 18.8.30 (numFmt). */
#ifndef HUIZONG_XLSX_XLSX_SAID_H
#define HUIZONG_XLSX_XLSX_SAID_H

#include "xlsx/xlsx_number.h"

enum { XLSX_SAID_MAX = 48 };

/* Literal text around the places of digits; words that neither say a unit nor that the number is a rough one (约, 余, +) are left out. */
typedef struct XlsxSaid {
    char before[XLSX_SAID_MAX];
    char behind[XLSX_SAID_MAX];
    size_t
        zeros; /* so many digits at least are shown of a whole number, as of an identifier: 00000, "SB-"00000; 0: no such format */
    bool
        scaled; /* what is shown is not the number: a thousandth of it, or its digits with a point between them that is none */
    bool
        yuan; /* the sign of the country's money, as the office programs' button for amounts puts it: it says no unit for sure */
    bool none; /* 无 and no number is shown */
} XlsxSaid;

/* Of one section of a format code, without its semicolon; `arena` is only for its work. */
XlsxSaid
xlsx_said_read(Text section, Arena *arena);

/* Of a number as a program showed it ("5,000.00元" of 5000), where that is all there is of its format. `arena` is only for its work. */
XlsxSaid
xlsx_said_shown(Text shown, const XlsxNumber *number, Arena *arena);

/* A format that shows amounts of money and is known by its number alone. */
bool
xlsx_said_is_money(long id);

/* True where there is anything to tell. */
bool
xlsx_said_matters(const XlsxSaid *said);

/* The number as it is shown, in `arena`; what stands before an identifier's zeros is only of a whole number. */
Text
xlsx_said_around(const XlsxSaid *said, Text number, Arena *arena);

#endif
