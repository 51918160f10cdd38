/*
 * The numbers of a workbook. They are stored as decimal text of a binary number ("0.30000000000000004",
 * "1.3800138E10"); here they become what an office program shows: plain decimal text of at most 15 significant digits,
 * in decimal arithmetic. An integer of more digits is kept as stored and said to be long.
 */
#ifndef HUIZONG_XLSX_XLSX_NUMBER_H
#define HUIZONG_XLSX_XLSX_NUMBER_H

#include "base/arena.h"

enum { XLSX_NUMBER_DIGITS = 40 };

/* sign * 0.digits * 10^point; no leading zero, no trailing zero, no digits at all: zero. */
typedef struct XlsxNumber {
    bool negative;
    bool is_long; /* an integer of more than 15 digits */
    int point;
    int digit_count;
    char digits[XLSX_NUMBER_DIGITS];
} XlsxNumber;

/*
 * Reads xs:double as SpreadsheetML stores it; false where it is no number, is out of a double's range, or is an integer
 * of more digits than fit.
 */
bool
xlsx_number_read(Text stored, XlsxNumber *out);

/* Below 0, 0 or above as `left` is less than, equal to or more than `right`. */
int
xlsx_number_compare(const XlsxNumber *left, const XlsxNumber *right);

/* Plain decimal text in `arena`. */
Text
xlsx_number_text(const XlsxNumber *number, Arena *arena);

/* What a percent format shows, at the stored scale: 0.625 is "62.5%". */
Text
xlsx_number_percent(const XlsxNumber *number, Arena *arena);

typedef enum XlsxFormat { XLSX_PLAIN, XLSX_PERCENT, XLSX_DATE, XLSX_TIME, XLSX_DATE_TIME, XLSX_ELAPSED } XlsxFormat;

/*
 * The day and time that a serial number means under a format, as ISO text: "2023-05-01", "2023-05-01T14:30:00",
 * "14:30:00", elapsed hours "27:30:00"; a fraction of a second only where there is one. A date format over a serial
 * with a time of day gives both. *word is the mark: date or time. False outside of the calendar (negative, 29 February
 * 1900, after 9999).
 */
bool
xlsx_number_date(const XlsxNumber *number, XlsxFormat format, bool date1904, Arena *arena, Text *out,
                 const char **word);

#endif
